#!/usr/bin/env bash
# The workspace's lints and documentation without a broken link: any warning is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
stage "Formatting" cargo fmt --all --check
stage "Clippy" cargo clippy --workspace --all-targets -- -D warnings
stage "Documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps
