package io.wonderlake.lake.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.Listing;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Folders with very many objects.
class S3ListingTest {
    private static final int PAGE = 1_000;
    private static final long FEW = 40L << 20;

    private final ComputedBucket bucket = new ComputedBucket();
    private AwsAccount account;
    private S3Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        account = S3Server.account(bucket.endpoint());
        store = new S3Store(account, Map.of(Tier.RAW, new S3Place("endless", "")), folder);
    }

    @AfterEach
    void close() {
        account.close();
        bucket.close();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    @Timeout(120)
    void listsAMillionObjectsWithOneRequestForEachThousandInLittleMemory() {
        Prefix many = Prefix.parse("raw/many");
        store.list(many, true, Optional.empty(), 1);
        bucket.forget();
        long begun = System.nanoTime();
        Listing page = store.list(many, true, Optional.empty(), PAGE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("the first page").isLessThan(Duration.ofSeconds(2));
        assertThat(bucket.asked("GET")).isEqualTo(1);

        long before = used();
        long count = page.objects().size();
        String last = "";
        while (page.next().isPresent()) {
            page = store.list(many, true, page.next(), PAGE);
            count += page.objects().size();
            assertThat(page.objects().getFirst().path().key()).isGreaterThan(last);
            last = page.objects().getLast().path().key();
        }
        assertThat(count).isEqualTo(ComputedBucket.OBJECTS);
        assertThat(last).isEqualTo("many/0999999");
        assertThat(bucket.asked("GET")).isEqualTo(ComputedBucket.OBJECTS / PAGE);
        assertThat(bucket.asked("HEAD")).isZero();
        assertThat(used() - before).isLessThan(FEW);
    }

    @Test
    @Timeout(60)
    void listsAHundredThousandFoldersWithOneRequestForEachThousand() {
        Prefix folders = Prefix.parse("raw/folders");
        long count = 0;
        Optional<String> next = Optional.empty();
        do {
            Listing page = store.list(folders, true, next, PAGE);
            assertThat(page.folders()).hasSize(PAGE);
            count += page.folders().size();
            next = page.next();
        } while (next.isPresent());

        assertThat(count).isEqualTo(ComputedBucket.FOLDERS);
        assertThat(bucket.asked("GET")).isEqualTo(ComputedBucket.FOLDERS / PAGE);
        assertThat(bucket.asked("HEAD")).isZero();
    }

    @Test
    void fillsALargerPageWithSeveralRequests() {
        Listing page = store.list(Prefix.parse("raw/many"), false, Optional.of("many/0000499"), 2_500);

        assertThat(page.objects()).hasSize(2_500);
        assertThat(page.next()).contains("many/0002999");
        assertThat(bucket.asked("GET")).isEqualTo(3);
    }
}
