/* Included by pyi_launch.c: unpacks the files of the archive on several processors. They are taken in
 * the order of the archive, which a slow medium reads best. */

#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define MOST_HANDS 4

struct task
{
    const struct TOC_ENTRY *entry;
    char *target;
    struct task *next;
};

static const struct ARCHIVE *unpacked_archive;
static struct task *first_task;
static struct task **last_task = &first_task;
static _Atomic(struct task *) waiting_task;
static atomic_bool unpacking_failed;

/* Note a file whose folder exists; 0 for success. */
static int unpack_later(const struct ARCHIVE *archive, const struct TOC_ENTRY *entry, const char *target)
{
    struct task *task = malloc(sizeof *task);
    if (task) {
        *task = (struct task){entry, strdup(target), NULL};
    }
    if (!task || !task->target) {
        free(task);
        return -1;
    }
    unpacked_archive = archive;
    *last_task = task;
    last_task = &task->next;
    return 0;
}

static void *unpack_what_waits(void *nothing)
{
    struct task *task = atomic_load(&waiting_task);
    while (task && !atomic_load(&unpacking_failed)) {
        if (!atomic_compare_exchange_weak(&waiting_task, &task, task->next)) {
            continue;
        }
        if (pyi_archive_extract2fs(unpacked_archive, task->entry, task->target)) {
            atomic_store(&unpacking_failed, true);
        }
        task = atomic_load(&waiting_task);
    }
    pyi_archive_leave_rooms();
    return nothing;
}

/* Unpack what was noted; 0 for success. */
static int unpack_side_by_side(void)
{
    pthread_t helpers[MOST_HANDS - 1];
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    int begun = 0;
    mallopt(M_ARENA_MAX, 1); /* what a helper has borrowed is not given back otherwise */
    atomic_store(&waiting_task, first_task);
    while (begun < MOST_HANDS - 1 && begun + 1 < processors &&
           pthread_create(&helpers[begun], NULL, unpack_what_waits, NULL) == 0) {
        begun++;
    }
    unpack_what_waits(NULL);
    while (begun > 0) {
        pthread_join(helpers[--begun], NULL);
    }
    while (first_task) {
        struct task *done = first_task;
        first_task = done->next;
        free(done->target);
        free(done);
    }
    last_task = &first_task;
    return atomic_load(&unpacking_failed) ? -1 : 0;
}
