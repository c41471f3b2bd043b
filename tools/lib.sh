# Shared by the scripts beside it; source it from the root of the tree.

# One stage of a longer run: a header, the command with its own output, and how long it took.
#   stage "Unit tests" cargo test --lib
stage() {
  local name=$1 began=$SECONDS code=0
  shift
  printf '\n==> %s\n' "$name"
  "$@" || code=$?
  if [ "$code" = 0 ]; then printf '<== %s: %d s\n' "$name" $((SECONDS - began))
  else printf '<== %s: FAILED after %d s\n' "$name" $((SECONDS - began)) >&2; fi
  return "$code"
}

# up_to_date STAMP VALUE: whether the last `mark STAMP VALUE` said the same.
up_to_date() { [ "$(cat "var/stamps/$1" 2>/dev/null)" = "$2" ]; }
mark() { mkdir -p var/stamps; printf '%s\n' "$2" > "var/stamps/$1"; }

# One sum over the names and contents of files, and of the folders given, built and installed parts apart.
sum_of() {
  find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64
}

# npm_ci FOLDER: what its lock file names, without running any package's scripts.
npm_ci() {
  local sum stamp
  sum=$(sha256sum "$1/package.json" "$1/package-lock.json" | sha256sum | cut -c1-64)
  stamp=npm-${1//\//-}
  if [ -d "$1/node_modules" ] && up_to_date "$stamp" "$sum"; then return; fi
  echo "npm: installing what $1/package-lock.json names"
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error < /dev/null)
  mark "$stamp" "$sum"
}
