#!/usr/bin/env bash
# Installs the system libraries that the build needs and that are missing. Quiet when nothing is missing.
set -euo pipefail

# What the build asks pkg-config for, and the Debian package that brings it.
libraries=(
  "yaml-0.1 libyaml-dev"
  "openblas libopenblas-dev"
  "sqlite3 libsqlite3-dev"
  "libpng libpng-dev"
  "libjpeg libjpeg-dev"
  "sndfile libsndfile1-dev"
)

# Prints the packages that are missing, one a line.
missing_packages() {
  if ! command -v pkg-config >/dev/null; then
    # Without it nothing can be looked up: name everything, installed packages are left as they are.
    echo pkg-config
    printf '%s\n' "${libraries[@]}" | cut -d' ' -f2
    return
  fi
  local library
  for library in "${libraries[@]}"; do
    pkg-config --exists "${library% *}" || echo "${library#* }"
  done
}

# Stops with the one command that brings what is missing.
stop_with_command() {
  echo "Missing: ${packages[*]}" >&2
  if command -v apt-get >/dev/null; then
    echo "Install with: sudo apt-get update && sudo apt-get install -y ${packages[*]}" >&2
  else
    echo "These are the Debian names; this system has no apt-get, so install the same libraries its own way." >&2
  fi
  exit 1
}

if ! command -v swift >/dev/null; then
  echo "No Swift toolchain found. Install Swift 6.1 or later from https://www.swift.org/install and put it on the PATH." >&2
  exit 1
fi

mapfile -t packages < <(missing_packages)
if [ ${#packages[@]} -eq 0 ]; then
  exit 0
fi

command -v apt-get >/dev/null || stop_with_command
if [ "$(id -u)" -eq 0 ]; then
  as_root=(env)
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n env)
else
  stop_with_command
fi

install_packages() {
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

echo "Installing ${packages[*]}" >&2
# The package list may be absent or out of date; it is fetched only when the first try fails.
install_packages >&2 || { "${as_root[@]}" apt-get update -qq >&2 && install_packages >&2; } || stop_with_command

mapfile -t packages < <(missing_packages)
[ ${#packages[@]} -eq 0 ] || stop_with_command
