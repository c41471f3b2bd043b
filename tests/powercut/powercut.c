/* A power cut for tests: what was not synced is gone.
 *
 * kill -9 spares the page cache, so it proves nothing about fsync. This library is preloaded into the program under
 * test. The program's own files stay as they are; beside them a shadow folder keeps the state that a disk would hold
 * if the power went now. After a kill -9, apply.py puts that state in the place of the folder.
 *
 *   POWERCUT_DIR     the folder that is watched (the data folder); must exist
 *   POWERCUT_SHADOW  where the durable state is kept; any other folder
 *   POWERCUT_MODE    strict (default): a name is durable only after fsync of its folder, as POSIX says;
 *                    ext4: fsync of a file also commits its folder and the folders above, as a journal does
 *   POWERCUT_REAL_SYNC=1  also call the real fsync (slow, and not needed for the proof)
 *
 * The shadow:
 *   root             the key of the watched folder
 *   ino/KEY          the durable content of a file
 *   dir/KEY          the durable listing of a folder: records "f KEY MODE NAME\0", "d KEY MODE NAME\0" or, for a
 *                    symbolic link, "l NAME\0TARGET\0"
 *
 * KEY is inode, birth time and generation, so a reused inode is another file. Listings are read from the real folder
 * when it is synced; renames and removals need no watching: until then the old listing simply stays. Contents: every
 * write marks a range, and fsync copies the marked ranges, so the cost follows what was written, not the file's size.
 * The first sync of a file in a process copies all of it, since another process may have written to it before.
 *
 * What is not seen counts as not synced: writes through mmap, io_uring, or system calls made without libc (the raw
 * backend of some crates), sync_file_range, sync(), syncfs(). The test can then be red without cause, never green.
 * A file written by one process and synced by another is right for the first sync only, so a server of many processes
 * (PostgreSQL) is out of reach. Descriptors of files that the program has open are never opened and closed again here:
 * that would drop its POSIX locks.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <unistd.h>

#ifndef FS_IOC_GETVERSION
#define FS_IOC_GETVERSION _IOR('v', 1, long)
#endif
#define KEY_LEN 64
#define BUCKETS 4096

static char root[PATH_MAX], shadow[PATH_MAX];
static int on, ext4, real_sync;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

struct range { off_t from, to; };
struct file {
    struct file *next;
    dev_t dev;
    ino_t ino;
    char key[KEY_LEN];
    int whole;              /* the next sync copies everything */
    off_t cut;              /* the smallest size since the last sync */
    struct range *ranges;   /* sorted, apart from each other */
    size_t len, cap;
};
static struct file *table[BUCKETS];

/* The real functions. Our own work uses them too, so that nothing is counted twice. */
#define REAL(ret, name, args) static ret (*real_##name) args
REAL(int, open, (const char *, int, ...));
REAL(int, openat, (int, const char *, int, ...));
REAL(ssize_t, write, (int, const void *, size_t));
REAL(ssize_t, pwrite, (int, const void *, size_t, off_t));
REAL(ssize_t, writev, (int, const struct iovec *, int));
REAL(ssize_t, pwritev, (int, const struct iovec *, int, off_t));
REAL(ssize_t, pwritev2, (int, const struct iovec *, int, off_t, int));
REAL(int, ftruncate, (int, off_t));
REAL(int, truncate, (const char *, off_t));
REAL(int, fallocate, (int, int, off_t, off_t));
REAL(ssize_t, copy_file_range, (int, off64_t *, int, off64_t *, size_t, unsigned));
REAL(ssize_t, sendfile, (int, int, off_t *, size_t));
REAL(ssize_t, splice, (int, off64_t *, int, off64_t *, size_t, unsigned));
REAL(int, fsync, (int));
REAL(int, fdatasync, (int));
#define FIND(name) real_##name = dlsym(RTLD_NEXT, #name)

static void find_real(void) {
    if (real_fsync) return;
    FIND(open); FIND(openat); FIND(write); FIND(pwrite); FIND(writev); FIND(pwritev); FIND(pwritev2);
    FIND(ftruncate); FIND(truncate); FIND(fallocate); FIND(copy_file_range); FIND(sendfile);
    FIND(splice); FIND(fdatasync); FIND(fsync);
}

static void die(const char *what) {
    fprintf(stderr, "powercut: %s: %s\n", what, strerror(errno));
    abort();
}

/* ---- keys and paths ---- */

static struct file *look_up(dev_t dev, ino_t ino) {
    for (struct file *f = table[ino % BUCKETS]; f; f = f->next)
        if (f->ino == ino && f->dev == dev) return f;
    return NULL;
}

/* The key of an open descriptor (name "" with AT_EMPTY_PATH) or of a name in a folder. */
static void key_of(int fd, const char *name, int flags, char out[KEY_LEN]) {
    struct statx x;
    long generation = 0;
    if (statx(fd, name, flags, STATX_INO | STATX_BTIME | STATX_TYPE, &x)) die("statx");
    int n = snprintf(out, KEY_LEN, "%llu-%lld.%09u-", (unsigned long long)x.stx_ino, (long long)x.stx_btime.tv_sec,
                     x.stx_btime.tv_nsec);
    int probe = -1;
    if (flags & AT_EMPTY_PATH) probe = fd;
    else if (S_ISREG(x.stx_mode) || S_ISDIR(x.stx_mode)) {
        struct file *f = look_up(makedev(x.stx_dev_major, x.stx_dev_minor), x.stx_ino);
        if (f && !strncmp(f->key, out, n)) { /* perhaps open and locked: not to be opened and closed */
            strcpy(out, f->key);
            return;
        }
        probe = real_openat(fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    }
    if (probe >= 0 && ioctl(probe, FS_IOC_GETVERSION, &generation)) generation = 0;
    if (probe >= 0 && probe != fd) close(probe);
    snprintf(out + n, KEY_LEN - n, "%lx", generation & 0xffffffffL);
}

/* The path of a descriptor, if it is the watched folder or inside it. */
static int watched_path(int fd, char out[PATH_MAX]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, out, PATH_MAX - 1);
    if (n <= 0) return 0;
    out[n] = 0;
    size_t r = strlen(root);
    return strncmp(out, root, r) == 0 && (out[r] == 0 || out[r] == '/');
}

static void put(const char *kind, const char *key, char out[PATH_MAX]) {
    if (snprintf(out, PATH_MAX, "%s/%s/%s", shadow, kind, key) >= PATH_MAX) die("path too long");
}

/* ---- the files that were opened inside the folder ---- */

/* The entry for a descriptor, or NULL when it is none of ours. Called with the lock held. */
static struct file *entry(int fd, struct stat *st) {
    if (fstat(fd, st) || !S_ISREG(st->st_mode)) return NULL;
    return look_up(st->st_dev, st->st_ino);
}

static void opened(int fd, int flags) {
    char path[PATH_MAX], key[KEY_LEN];
    struct stat st;
    int saved = errno;
    if (fd < 0 || !on || (flags & O_PATH) || fstat(fd, &st) || !S_ISREG(st.st_mode) || !watched_path(fd, path)) {
        errno = saved;
        return;
    }
    key_of(fd, "", AT_EMPTY_PATH, key);
    pthread_mutex_lock(&lock);
    struct file *f = look_up(st.st_dev, st.st_ino);
    if (!f) {
        f = calloc(1, sizeof *f);
        if (!f) die("memory");
        f->dev = st.st_dev;
        f->ino = st.st_ino;
        f->next = table[st.st_ino % BUCKETS];
        table[st.st_ino % BUCKETS] = f;
    }
    if (strcmp(f->key, key)) {
        strcpy(f->key, key);
        f->whole = 1;
        f->len = 0;
        f->cut = st.st_size;
    }
    if (flags & O_TRUNC) {
        f->cut = 0;
        f->len = 0;
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
}

static void mark(struct file *f, off_t from, off_t to) {
    if (to <= from || f->whole) return;
    size_t i = 0, j;
    while (i < f->len && f->ranges[i].to < from) i++;
    for (j = i; j < f->len && f->ranges[j].from <= to; j++) {
        if (f->ranges[j].from < from) from = f->ranges[j].from;
        if (f->ranges[j].to > to) to = f->ranges[j].to;
    }
    if (j == i) { /* a new one between its neighbours */
        if (f->len == f->cap) {
            f->cap = f->cap ? f->cap * 2 : 16;
            f->ranges = realloc(f->ranges, f->cap * sizeof *f->ranges);
            if (!f->ranges) die("memory");
        }
        memmove(f->ranges + i + 1, f->ranges + i, (f->len - i) * sizeof *f->ranges);
        f->len++;
    } else { /* one in the place of several */
        memmove(f->ranges + i + 1, f->ranges + j, (f->len - j) * sizeof *f->ranges);
        f->len -= j - i - 1;
    }
    f->ranges[i] = (struct range){ from, to };
}

/* ---- making durable ---- */

static void copy_range(int in, int out, off_t from, off_t to) {
    static char buffer[1 << 18]; /* guarded by the lock */
    while (from < to) {
        size_t want = to - from < (off_t)sizeof buffer ? (size_t)(to - from) : sizeof buffer;
        ssize_t n = pread(in, buffer, want, from);
        if (n < 0) die("read");
        if (n == 0) return; /* cut by another thread meanwhile */
        if (real_pwrite(out, buffer, n, from) != n) die("write to the shadow");
        from += n;
    }
}

static void keep_content(int fd, struct file *f, const struct stat *st) {
    char to[PATH_MAX], tmp[PATH_MAX + 32], from[64];
    put("ino", f->key, to);
    int in = fd, flags = fcntl(fd, F_GETFL);
    if ((flags & O_ACCMODE) == O_WRONLY) { /* a second descriptor, to read what was written */
        snprintf(from, sizeof from, "/proc/self/fd/%d", fd);
        in = real_open(from, O_RDONLY | O_CLOEXEC);
        if (in < 0) die("open for reading");
    }
    snprintf(tmp, sizeof tmp, "%s.%d", to, (int)getpid());
    int out = real_open(f->whole ? tmp : to, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (out < 0) die("open in the shadow");
    if (f->whole) { /* beside the old content, which stays until the new one is complete */
        copy_range(in, out, 0, st->st_size);
    } else {
        struct stat old;
        if (fstat(out, &old)) die("stat");
        if (f->cut < old.st_size && real_ftruncate(out, f->cut)) die("truncate");
        for (size_t i = 0; i < f->len; i++)
            copy_range(in, out, f->ranges[i].from, f->ranges[i].to < st->st_size ? f->ranges[i].to : st->st_size);
    }
    if (real_ftruncate(out, st->st_size)) die("truncate");
    if (f->whole && rename(tmp, to)) die("rename in the shadow");
    close(out);
    if (in != fd) close(in);
    f->whole = 0;
    f->len = 0;
    f->cut = st->st_size;
}

static void keep_listing(const char *path) {
    char key[KEY_LEN], child[KEY_LEN], to[PATH_MAX], tmp[PATH_MAX + 32], target[PATH_MAX];
    int fd = real_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return; /* removed meanwhile */
    key_of(fd, "", AT_EMPTY_PATH, key);
    put("dir", key, to);
    snprintf(tmp, sizeof tmp, "%s.%d", to, (int)syscall(SYS_gettid));
    FILE *out = fopen(tmp, "w");
    DIR *dir = fdopendir(fd);
    if (!out || !dir) die("listing");
    for (struct dirent *e; (e = readdir(dir));) {
        struct stat st;
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        if (fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW)) continue;
        if (S_ISLNK(st.st_mode)) {
            ssize_t n = readlinkat(dirfd(dir), e->d_name, target, sizeof target - 1);
            if (n < 0) continue;
            target[n] = 0;
            fprintf(out, "l %s", e->d_name);
            fputc(0, out);
            fprintf(out, "%s", target);
        } else if (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)) {
            key_of(dirfd(dir), e->d_name, AT_SYMLINK_NOFOLLOW, child);
            fprintf(out, "%c %s %o %s", S_ISDIR(st.st_mode) ? 'd' : 'f', child, st.st_mode & 07777, e->d_name);
        } else continue;
        fputc(0, out);
    }
    closedir(dir);
    if (fclose(out)) die("listing");
    if (rename(tmp, to)) die("listing");
}

/* As a journal does: the file's folder and those above it. */
static void keep_listings_above(char *path) {
    size_t r = strlen(root);
    for (char *slash; strlen(path) > r && (slash = strrchr(path, '/')); ) {
        *slash = 0;
        keep_listing(path);
    }
}

static void synced(int fd) {
    struct stat st;
    char path[PATH_MAX];
    int saved = errno;
    if (!on || fstat(fd, &st)) goto out;
    pthread_mutex_lock(&lock);
    if (S_ISDIR(st.st_mode)) {
        if (watched_path(fd, path)) keep_listing(path);
    } else if (S_ISREG(st.st_mode)) {
        struct file *f = look_up(st.st_dev, st.st_ino);
        if (f) {
            if (fstat(fd, &st)) die("stat");
            keep_content(fd, f, &st);
            if (ext4 && watched_path(fd, path)) keep_listings_above(path);
        }
    }
    pthread_mutex_unlock(&lock);
out:
    errno = saved;
}

/* ---- the start ---- */

/* Everything that is there when the shadow is laid is durable. */
static void lay(const char *path) {
    DIR *dir = opendir(path);
    if (!dir) die(path);
    for (struct dirent *e; (e = readdir(dir));) {
        char child[PATH_MAX], to[PATH_MAX], key[KEY_LEN];
        struct stat st;
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        if (snprintf(child, sizeof child, "%s/%s", path, e->d_name) >= (int)sizeof child) die("path too long");
        if (lstat(child, &st)) continue;
        if (S_ISDIR(st.st_mode)) lay(child);
        if (!S_ISREG(st.st_mode)) continue;
        key_of(AT_FDCWD, child, AT_SYMLINK_NOFOLLOW, key);
        put("ino", key, to);
        int in = real_open(child, O_RDONLY | O_CLOEXEC), out = real_open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (in < 0 || out < 0) die(child);
        copy_range(in, out, 0, st.st_size);
        close(in);
        close(out);
    }
    closedir(dir);
    keep_listing(path);
}

/* No child may be born with the lock held by a thread that it does not have. */
static void before_fork(void) { pthread_mutex_lock(&lock); }
static void after_fork(void) { pthread_mutex_unlock(&lock); }

__attribute__((constructor)) static void start(void) {
    const char *dir = getenv("POWERCUT_DIR"), *keep = getenv("POWERCUT_SHADOW"), *mode = getenv("POWERCUT_MODE");
    char path[PATH_MAX + 16], key[KEY_LEN];
    find_real();
    if (!dir || !keep) return;
    if (!realpath(dir, root)) die("POWERCUT_DIR");
    if (mkdir(keep, 0700) && errno != EEXIST) die("POWERCUT_SHADOW");
    if (!realpath(keep, shadow)) die("POWERCUT_SHADOW");
    ext4 = mode && !strcmp(mode, "ext4");
    real_sync = getenv("POWERCUT_REAL_SYNC") != NULL;
    snprintf(path, sizeof path, "%s/lock", shadow);
    int held = real_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600); /* two processes may start at once */
    if (held < 0 || flock(held, LOCK_EX)) die("lock");
    snprintf(path, sizeof path, "%s/root", shadow);
    if (access(path, F_OK)) {
        char made[PATH_MAX + 16];
        snprintf(made, sizeof made, "%s/ino", shadow);
        mkdir(made, 0700);
        snprintf(made, sizeof made, "%s/dir", shadow);
        mkdir(made, 0700);
        lay(root);
        key_of(AT_FDCWD, root, 0, key);
        FILE *f = fopen(path, "w");
        if (!f || fputs(key, f) < 0 || fclose(f)) die("root");
    }
    close(held);
    pthread_atfork(before_fork, after_fork, after_fork);
    on = 1;
}

/* ---- what is watched ---- */

#define MODE_ARG mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); mode = va_arg(a, mode_t); va_end(a); }
#define OPEN(name) int name(const char *path, int flags, ...) { MODE_ARG find_real(); int fd = real_open(path, flags, mode); opened(fd, flags); return fd; }
#define OPENAT(name) int name(int at, const char *path, int flags, ...) { MODE_ARG find_real(); int fd = real_openat(at, path, flags, mode); opened(fd, flags); return fd; }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)
int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open(path, flags); }
int __openat_2(int at, const char *path, int flags) { return openat(at, path, flags); }
int __openat64_2(int at, const char *path, int flags) { return openat(at, path, flags); }
int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

/* A write of any kind: do it under the lock when the file is ours, and mark what it wrote. `at` is -1 for a write at
 * the descriptor's own position, which stands behind what was written afterwards, with O_APPEND too. */
#define WRITTEN(fd, at, call) do { \
    struct stat st; struct file *f; ssize_t n; \
    find_real(); \
    if (!on) return call; \
    pthread_mutex_lock(&lock); \
    f = entry(fd, &st); \
    if (!f) { pthread_mutex_unlock(&lock); return call; } \
    n = call; \
    int saved = errno, flags = fcntl(fd, F_GETFL); \
    if (n > 0) { \
        off_t place = at; \
        if (place < 0 || (flags & O_APPEND)) { off_t end = place < 0 ? lseek(fd, 0, SEEK_CUR) : lseek_end(fd); place = end - n; } \
        mark(f, place, place + n); \
        if ((flags & O_DSYNC) && !fstat(fd, &st)) keep_content(fd, f, &st); \
    } \
    pthread_mutex_unlock(&lock); \
    errno = saved; \
    return n; \
} while (0)

/* Linux appends with pwrite too when the descriptor has O_APPEND. */
static off_t lseek_end(int fd) { struct stat st; return fstat(fd, &st) ? 0 : st.st_size; }

ssize_t write(int fd, const void *b, size_t n_) { WRITTEN(fd, -1, real_write(fd, b, n_)); }
ssize_t pwrite(int fd, const void *b, size_t n_, off_t at_) { WRITTEN(fd, at_, real_pwrite(fd, b, n_, at_)); }
ssize_t pwrite64(int fd, const void *b, size_t n_, off_t at_) { WRITTEN(fd, at_, real_pwrite(fd, b, n_, at_)); }
ssize_t writev(int fd, const struct iovec *v, int c) { WRITTEN(fd, -1, real_writev(fd, v, c)); }
ssize_t pwritev(int fd, const struct iovec *v, int c, off_t at_) { WRITTEN(fd, at_, real_pwritev(fd, v, c, at_)); }
ssize_t pwritev64(int fd, const struct iovec *v, int c, off_t at_) { WRITTEN(fd, at_, real_pwritev(fd, v, c, at_)); }
ssize_t pwritev2(int fd, const struct iovec *v, int c, off_t at_, int k) { WRITTEN(fd, at_, real_pwritev2(fd, v, c, at_, k)); }
ssize_t pwritev64v2(int fd, const struct iovec *v, int c, off_t at_, int k) { WRITTEN(fd, at_, real_pwritev2(fd, v, c, at_, k)); }
ssize_t copy_file_range(int in, off64_t *pi, int fd, off64_t *po, size_t n_, unsigned k) {
    off_t at_ = po ? *po : -1;
    WRITTEN(fd, at_, real_copy_file_range(in, pi, fd, po, n_, k));
}
ssize_t sendfile(int fd, int in, off_t *p, size_t n_) { WRITTEN(fd, -1, real_sendfile(fd, in, p, n_)); }
ssize_t sendfile64(int fd, int in, off_t *p, size_t n_) { WRITTEN(fd, -1, real_sendfile(fd, in, p, n_)); }
ssize_t splice(int in, off64_t *pi, int fd, off64_t *po, size_t n_, unsigned k) {
    off_t at_ = po ? *po : -1;
    struct stat probe; /* into a pipe it may block for long: not under the lock */
    find_real();
    if (!on || fstat(fd, &probe) || !S_ISREG(probe.st_mode)) return real_splice(in, pi, fd, po, n_, k);
    WRITTEN(fd, at_, real_splice(in, pi, fd, po, n_, k));
}

/* A new size, or a hole: what lies behind the cut is marked by the cut itself; holes are marked as ranges. */
static int resized(int fd, off_t size, int (*call)(int, off_t)) {
    struct stat st;
    if (!on) return call(fd, size);
    pthread_mutex_lock(&lock);
    struct file *f = entry(fd, &st);
    int r = call(fd, size);
    if (f && !r && size < f->cut) f->cut = size;
    pthread_mutex_unlock(&lock);
    return r;
}
int ftruncate(int fd, off_t size) { find_real(); return resized(fd, size, real_ftruncate); }
int ftruncate64(int fd, off_t size) { find_real(); return resized(fd, size, real_ftruncate); }
int truncate(const char *path, off_t size) {
    find_real();
    if (!on) return real_truncate(path, size);
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    int r = resized(fd, size, real_ftruncate), saved = errno;
    close(fd);
    errno = saved;
    return r;
}
int truncate64(const char *path, off_t size) { return truncate(path, size); }
int fallocate(int fd, int how, off_t at, off_t n) {
    struct stat st;
    find_real();
    pthread_mutex_lock(&lock);
    struct file *f = on ? entry(fd, &st) : NULL;
    int r = real_fallocate(fd, how, at, n);
    if (f && !r && how) f->whole = 1; /* punched, collapsed or zeroed */
    pthread_mutex_unlock(&lock);
    return r;
}
int fallocate64(int fd, int how, off_t at, off_t n) { return fallocate(fd, how, at, n); }

int fsync(int fd) {
    find_real();
    int r = !on || real_sync ? real_fsync(fd) : fcntl(fd, F_GETFD) < 0 ? -1 : 0;
    if (!r) synced(fd);
    return r;
}
int fdatasync(int fd) {
    find_real();
    int r = !on || real_sync ? real_fdatasync(fd) : fcntl(fd, F_GETFD) < 0 ? -1 : 0;
    if (!r) synced(fd);
    return r;
}
