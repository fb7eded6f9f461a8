#!/usr/bin/env bash
# in_memory.sh: «TMPDIR=…» for where files lie in memory, if programs run there and it has a gigabyte; else nothing.
place=/dev/shm
[ -n "${TMPDIR:-}" ] || ! [ -w "$place" ] && exit
grep -E "^[^ ]+ $place tmpfs " /proc/mounts | grep -q noexec && exit
free=$(df -m --output=avail "$place" | tail -n 1)
if [ "$free" -ge 1024 ]; then echo "TMPDIR=$place"; fi
