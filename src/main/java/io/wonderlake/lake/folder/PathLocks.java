package io.wonderlake.lake.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one writer at a time change an object that keeps versions, among all threads and processes. A few objects share each lock.
final class PathLocks {
    private static final ReentrantLock[] THREADS = new ReentrantLock[64];

    static {
        for (int i = 0; i < THREADS.length; i++) {
            THREADS[i] = new ReentrantLock();
        }
    }

    private final Path folder;

    PathLocks(Path folder) {
        this.folder = folder;
    }

    /// What is done while the lock is held.
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T hold(String name, Work<T> work) throws IOException {
        int stripe = Math.floorMod(name.hashCode(), THREADS.length);
        ReentrantLock threads = THREADS[stripe];
        threads.lock();
        try (FileChannel file = FileChannel.open(folder.resolve(Integer.toString(stripe)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assert lock.isValid();
            return work.run();
        } finally {
            threads.unlock();
        }
    }
}
