# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lib.sh: what the scripts in this folder share.  Source it; it changes nothing by itself.

octant_aux=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
octant_top=$(dirname "$octant_aux")

say () { printf '%s\n' "$*" >&2; }
fail () { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }
have () { command -v "$1" >/dev/null 2>&1; }

# octant_root: where a made root lies (or would lie)
octant_root ()
{
  printf '%s\n' "${OCTANT_ROOT:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/octant/debian-13}"
}

# at_least A B: whether version A, dotted numbers, is B or later
at_least ()
{
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# machine_kind: apt or dnf when this system is recent enough to build Octant itself, root when it has apt but is
# older, other when nothing is known about it.  OCTANT_MACHINE overrides.
machine_kind ()
{
  local ID='' VERSION_ID='' VERSION_CODENAME=''
  if [ -n "${OCTANT_MACHINE:-}" ]; then
    printf '%s\n' "$OCTANT_MACHINE"
    return
  fi
  [ -r /etc/os-release ] && . /etc/os-release
  case $ID in
    debian)
      # testing and unstable carry no version
      if [ -z "$VERSION_ID" ] || at_least "$VERSION_ID" 13; then echo apt; else echo root; fi ;;
    ubuntu)
      if at_least "${VERSION_ID:-0}" 25.04; then echo apt; else echo root; fi ;;
    fedora)
      if at_least "${VERSION_ID:-0}" 42; then echo dnf; else echo other; fi ;;
    *)
      if have apt-get && have dpkg; then echo root; else echo other; fi ;;
  esac
}

# packages apt|dnf GROUP…: the packages of these groups, one per line
packages ()
{
  local column=2
  [ "$1" = dnf ] && column=3
  shift
  awk -v column="$column" -v groups=" $* " '
    /^[a-z]/ && index (groups, " " $1 " ") && $column != "-" { print $column }' "$octant_aux/packages.txt"
}

# as_root CMD…: as the administrator, without asking where there is no terminal
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ]; }; }; then
    sudo "$@"
  else
    return 126
  fi
}

# quietly CMD…: without a word unless it fails
quietly ()
{
  local output
  if ! output=$("$@" 2>&1 </dev/null); then
    printf '%s\n' "$output" | tail -n 40 >&2
    return 1
  fi
}

# apt_install PACKAGE…
apt_install ()
{
  say "Installing: $*"
  as_root true || fail "these packages are missing and this user may not install them; as root, run: apt-get install $*"
  quietly as_root apt-get -q -y update || say "apt-get update failed; trying with the package lists that are there"
  quietly as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o Dpkg::Use-Pty=0 --no-install-recommends install "$@" ||
    fail "apt-get could not install: $*"
}

# dnf_install PACKAGE…
dnf_install ()
{
  say "Installing: $*"
  as_root true || fail "these packages are missing and this user may not install them; as root, run: dnf install $*"
  quietly as_root dnf -q -y --setopt=install_weak_deps=False install "$@" || fail "dnf could not install: $*"
}

# ensure_native apt|dnf GROUP…: installs what is missing of these groups
ensure_native ()
{
  local kind=$1 package missing=()
  shift
  while read -r package; do
    case $kind in
      apt) [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package") ;;
      dnf) rpm -q --quiet --whatprovides "$package" 2>/dev/null || missing+=("$package") ;;
    esac
  done < <(packages "$kind" "$@")
  [ ${#missing[@]} -eq 0 ] || "${kind}_install" "${missing[@]}"
}

# ensure_locales: the two languages of Octant, which tests and pictures run in
ensure_locales ()
{
  local language
  have localedef || return 0
  for language in en_US zh_CN; do
    locale -a 2>/dev/null | grep -q -i "^$language\.utf-\?8$" ||
      as_root localedef -i "$language" -f UTF-8 "$language.UTF-8" ||
      fail "the locale $language.UTF-8 is missing and this user may not make it; as root, run: localedef -i $language -f UTF-8 $language.UTF-8"
  done
}

# check_other: on a system without a known package manager, says what is missing
check_other ()
{
  local tool module missing=()
  for tool in cc meson ninja pkg-config blueprint-compiler msgfmt python3; do
    have "$tool" || missing+=("$tool")
  done
  if have pkg-config; then
    for module in 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'json-glib-1.0 >= 1.8' 'sqlite3 >= 3.46' \
                  libarchive libgcrypt cairo pangocairo; do
      pkg-config --exists "$module" || missing+=("$module")
    done
  fi
  [ ${#missing[@]} -eq 0 ] ||
    fail "this system is not known to these scripts; please install: $(printf '%s; ' "${missing[@]}")then run this again"
}

# ensure_machine GROUP…: afterwards MACHINE is apt, dnf, other (commands run here) or root (they run by `enter')
ensure_machine ()
{
  MACHINE=$(machine_kind)
  case $MACHINE in
    apt | dnf)
      ensure_native "$MACHINE" "$@"
      case " $* " in *' display '*) ensure_locales ;; esac ;;
    root) "$octant_aux/make-root" ;;
    other) check_other ;;
    *) fail "OCTANT_MACHINE must be apt, dnf, other or root, not $MACHINE" ;;
  esac
  export MACHINE
}

# on_machine CMD…: CMD where it finds the tools
on_machine ()
{
  if [ "$MACHINE" = root ]; then "$octant_aux/enter" "$@"; else "$@"; fi
}
