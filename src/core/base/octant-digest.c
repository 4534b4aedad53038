/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-digest.h"

#include <gcrypt.h>

struct _OctantDigest
{
  gcry_md_hd_t handle;
};

#define LENGTH 32

/* libgcrypt wants to be initialised once, before any use, on any thread. */
static void
ensure_gcrypt (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      if (!gcry_control (GCRYCTL_INITIALIZATION_FINISHED_P))
        {
          gcry_check_version (NULL);
          gcry_control (GCRYCTL_DISABLE_SECMEM, 0);
          gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
        }
      g_once_init_leave (&done, 1);
    }
}

static char *
to_hex (const unsigned char *raw)
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc (2 * LENGTH + 1);

  for (guint i = 0; i < LENGTH; i++)
    {
      hex[2 * i] = digits[raw[i] >> 4];
      hex[2 * i + 1] = digits[raw[i] & 15];
    }
  hex[2 * LENGTH] = '\0';
  return hex;
}

/**
 * octant_digest_new:
 *
 * Returns: (transfer full): an empty SHA-256
 */
OctantDigest *
octant_digest_new (void)
{
  OctantDigest *self = g_new0 (OctantDigest, 1);
  gcry_error_t failed;

  ensure_gcrypt ();
  failed = gcry_md_open (&self->handle, GCRY_MD_SHA256, 0);
  if (failed)
    g_error ("libgcrypt has no SHA-256: %s", gcry_strerror (failed));
  return self;
}

void
octant_digest_update (OctantDigest *digest,
                      const void   *data,
                      gsize         length)
{
  g_return_if_fail (digest != NULL);

  gcry_md_write (digest->handle, data, length);
}

/**
 * octant_digest_finish:
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *
octant_digest_finish (OctantDigest *digest)
{
  g_return_val_if_fail (digest != NULL, NULL);

  return to_hex (gcry_md_read (digest->handle, GCRY_MD_SHA256));
}

void
octant_digest_free (OctantDigest *digest)
{
  if (digest == NULL)
    return;
  gcry_md_close (digest->handle);
  g_free (digest);
}

/**
 * octant_digest_bytes:
 *
 * Returns: (transfer full): the SHA-256 of @data
 */
char *
octant_digest_bytes (const void *data,
                     gsize       length)
{
  unsigned char raw[LENGTH];

  ensure_gcrypt ();
  gcry_md_hash_buffer (GCRY_MD_SHA256, raw, data, length);
  return to_hex (raw);
}
