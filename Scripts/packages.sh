# Sourced by the other scripts.

# Installs Debian packages where they are missing: by default those that the build needs.
#   libxml2-dev    HTML                       libsqlite3-dev  the index
#   libcld2-dev    the language of a text     libdeflate-dev  gzip, a member at a time
#   libisal-dev    gzip, one long stream      libzstd-dev     Zstandard
#   libbrotli-dev  Brotli                     libzip-dev      WACZ
#   libvectorscan-dev  many patterns in one pass
#   pkg-config     how the compiler finds libxml2
install_packages() {
  local missing=() package sudo=
  [ $# -gt 0 ] || set -- libxml2-dev libcld2-dev libsqlite3-dev libdeflate-dev libisal-dev libzstd-dev libbrotli-dev \
    libzip-dev libvectorscan-dev pkg-config
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || sudo=sudo
  echo "Installing from Debian: ${missing[*]}"
  $sudo apt-get update -q </dev/null
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" </dev/null
}

# Says what is being done, and when it began.
step() {
  printf '\n== %s  (%s)\n' "$*" "$(date +%T)"
}
