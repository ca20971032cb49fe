/*
 * A bad disk and a bad clock for one process, by LD_PRELOAD: what was forced is copied, so that after the process is
 * gone a power failure can be made of it; calls can be slow, fail for want of room, or be refused as on a disk that the
 * kernel has made read-only; the wall clock can jump; the process can die in the middle of a call. Only files below
 * BAD_DISK_ROOT are looked at.
 *
 *   BAD_DISK_ROOT    the directory
 *   BAD_DISK_FORCED  where copies of what was forced go: i<inode> a file's bytes, d<inode> a directory's names
 *   BAD_DISK_KILL    die at this call (a write, a force, a truncation, a rename), counted from 1; half of the deaths
 *                    before the call is done, half behind it, by the number's lowest bit
 *   BAD_DISK_FULL    from this call on there is no room
 *   BAD_DISK_RO      from this call on nothing can be written or forced
 *   BAD_DISK_SLOW    microseconds that a call may take at most
 *   BAD_CLOCK        jump the wall clock, to and fro, by at most so many seconds, every 50 ms
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define PAGE 4096
#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *forced;
static long kill_at, full_at, ro_at, slow_us, clock_s;
static long calls;

static long number_of(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

__attribute__((constructor)) static void start(void) {
  root = getenv("BAD_DISK_ROOT");
  forced = getenv("BAD_DISK_FORCED");
  kill_at = number_of("BAD_DISK_KILL");
  full_at = number_of("BAD_DISK_FULL");
  ro_at = number_of("BAD_DISK_RO");
  slow_us = number_of("BAD_DISK_SLOW");
  clock_s = number_of("BAD_CLOCK");
}

static int is_ours(int fd) {
  char link[64], path[PATH_MAX];
  if (!root) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return !strncmp(path, root, strlen(root));
}

/* Counts a call; returns what it is to fail with, or 0. */
static int call_begins(int is_write, long *number) {
  long n = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
  *number = n;
  if (slow_us) usleep((useconds_t)((n * 2654435761u >> 8) % slow_us));
  if (kill_at && n == kill_at && (n & 1)) kill(getpid(), SIGKILL);
  if (ro_at && n >= ro_at) return is_write ? EROFS : EIO;
  if (full_at && n >= full_at && is_write) return ENOSPC;
  return 0;
}

static void call_ends(long number) {
  if (kill_at && number == kill_at) kill(getpid(), SIGKILL);
}

/* The bytes of a file as they are before the force begins: these are durable when it returns. */
static void copy_file(int fd, const struct stat *now) {
  char name[PATH_MAX];
  snprintf(name, sizeof name, "%s/i%lu", forced, (unsigned long)now->st_ino);
  int copy = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (copy < 0 || ftruncate(copy, now->st_size)) abort();
  if (now->st_size) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int reader = open(path, O_RDONLY | O_CLOEXEC);
    if (reader < 0) abort();
    char *from = mmap(0, now->st_size, PROT_READ, MAP_SHARED, reader, 0);
    char *to = mmap(0, now->st_size, PROT_READ | PROT_WRITE, MAP_SHARED, copy, 0);
    if (from == MAP_FAILED || to == MAP_FAILED) abort();
    off_t at;
    for (at = lseek(reader, 0, SEEK_DATA); at >= 0 && at < now->st_size; at = lseek(reader, at, SEEK_DATA)) {
      off_t end = lseek(reader, at, SEEK_HOLE);
      if (end < 0 || end > now->st_size) end = now->st_size;
      for (off_t page = at / PAGE * PAGE; page < end; page += PAGE) {
        size_t length = now->st_size - page < PAGE ? now->st_size - page : PAGE;
        if (memcmp(from + page, to + page, length)) memcpy(to + page, from + page, length);
      }
      at = end;
    }
    close(reader);
    munmap(from, now->st_size);
    munmap(to, now->st_size);
  }
  close(copy);
}

static void copy_names(int fd, const struct stat *now) {
  char name[PATH_MAX], path[64];
  snprintf(name, sizeof name, "%s/d%lu", forced, (unsigned long)now->st_ino);
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  DIR *directory = opendir(path);
  FILE *copy = fopen(name, "we");
  if (!directory || !copy) abort();
  for (struct dirent *entry; (entry = readdir(directory)); )
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
      fprintf(copy, "%lu %s\n", (unsigned long)entry->d_ino, entry->d_name);
  fclose(copy);
  closedir(directory);
}

static int force(int fd, int (*real)(int)) {
  long number;
  if (!is_ours(fd)) return real(fd);
  int error = call_begins(0, &number);
  if (error) { errno = error; return -1; }
  if (forced) {
    struct stat now;
    pthread_mutex_lock(&mutex);
    if (!fstat(fd, &now)) {
      if (S_ISDIR(now.st_mode)) copy_names(fd, &now); else copy_file(fd, &now);
    }
    pthread_mutex_unlock(&mutex);
  }
  /* Nothing is gained by troubling the real disk: what is durable is what was copied. */
  int result = forced ? 0 : real(fd);
  call_ends(number);
  return result;
}

int fsync(int fd) { REAL(int, "fsync", int); return force(fd, real); }
int fdatasync(int fd) { REAL(int, "fdatasync", int); return force(fd, real); }

#define GUARDED(fd, is_write, failed, expression) \
  long number; \
  if (!is_ours(fd)) return expression; \
  int error = call_begins(is_write, &number); \
  if (error) { errno = error; return failed; } \
  __typeof__(expression) result = expression; \
  call_ends(number); \
  return result

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  if (fd <= 2) return real(fd, bytes, count);
  GUARDED(fd, 1, -1, real(fd, bytes, count));
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  GUARDED(fd, 1, -1, real(fd, bytes, count, at));
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return pwrite64(fd, bytes, count, at);
}

/* Giving room back needs none. */
int ftruncate64(int fd, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  GUARDED(fd, ro_at != 0, -1, real(fd, length));
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  long number;
  if (!root || strncmp(to, root, strlen(root))) return real(from, to);
  int error = call_begins(1, &number);
  if (error && error != ENOSPC) { errno = error; return -1; }
  int result = real(from, to);
  call_ends(number);
  return result;
}

/* Where the jumping clock stands beside the true one, by the true one that only goes forward. */
static long jump(void) {
  REAL(int, "clock_gettime", clockid_t, struct timespec *);
  struct timespec now;
  if (!clock_s || real(CLOCK_MONOTONIC, &now)) return 0;
  unsigned long step = (unsigned long)now.tv_sec * 20 + now.tv_nsec / 50000000;
  return (long)(step * 2654435761u >> 7) % (2 * clock_s + 1) - clock_s;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  REAL(int, "clock_gettime", clockid_t, struct timespec *);
  int result = real(clock, time);
  if (!result && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += jump();
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  REAL(int, "gettimeofday", struct timeval *, void *);
  int result = real(time, zone);
  if (!result) time->tv_sec += jump();
  return result;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}
