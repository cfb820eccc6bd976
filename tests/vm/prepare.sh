#!/bin/sh
# Prepares the test VM once, in the folder that it prints: a stock Debian kernel with its modules and v4l2loopback, and a
# small first root file system. `cargo xtask vm` installs the packages that it needs.
set -eu
cache=${XDG_CACHE_HOME:-$HOME/.cache}/anjungan-asik/vm
mkdir -p "$cache"
echo "$cache"
[ ! -s "$cache/version" ] || exit 0

# The exact packages: a pattern would match gigabytes.
version=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: linux-image-//p')
headers=/usr/src/linux-headers-$version
[ -n "$version" ] && [ -d "$headers" ] || { echo "vm: no headers for Linux ${version:-of Debian}" >&2; exit 1; }
echo "vm: preparing Linux $version" >&2
tree=$cache/$version
rm -rf "$cache/packages" "$tree" "$cache/root"
mkdir -p "$cache/packages" "$cache/root/lib" "$cache/root/bin"
(cd "$cache/packages" && apt-get -qq -o APT::Sandbox::User=root download "linux-image-$version" busybox-static \
    v4l2loopback-dkms) >&2
for package in "$cache"/packages/*.deb; do dpkg -x "$package" "$tree"; done
loopback=$(echo "$tree"/usr/src/v4l2loopback-*)
make -s -C "$headers" M="$loopback" modules >"$cache/make.log" 2>&1 || { tail "$cache/make.log" >&2; exit 1; }
cp "$loopback/v4l2loopback.ko" "$tree/lib/modules/$version/"
depmod -b "$tree" "$version"

# Just enough to mount the rest.
cp "$tree/bin/busybox" "$cache/root/bin/"
for module in virtio_pci 9pnet_virtio 9p overlay; do
    modprobe -d "$tree" -S "$version" --show-depends "$module" | sed -n 's/^insmod //p'
done | awk '!seen[$1]++ { print $1 }' | while read -r file; do
    cp "$file" "$cache/root/lib/"
    basename "$file"
done >"$cache/root/modules"
cat >"$cache/root/init" <<'INIT'
#!/bin/busybox sh
export PATH=/bin
busybox mkdir -p /proc /host /new /top
busybox mount -t proc none /proc
for module in $(busybox cat /modules); do busybox insmod "/lib/$module"; done
busybox mount -t tmpfs none /top
busybox mkdir /top/upper /top/work
busybox mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=loose,ro host /host
busybox mount -t overlay -o lowerdir=/host,upperdir=/top/upper,workdir=/top/work none /new
busybox mount -t 9p -o trans=virtio,version=9p2000.L results /new/mnt
exec busybox switch_root /new /bin/sh /mnt/start
INIT
chmod +x "$cache/root/init"
(cd "$cache/root" && find . | cpio --quiet -o -H newc) | gzip >"$cache/initrd"
echo "$version" >"$cache/version"
