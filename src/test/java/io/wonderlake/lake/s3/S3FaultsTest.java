package io.wonderlake.lake.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// Whatever happens to a transfer on its way: nothing is lost, nothing is there twice, and it comes to a clear end.
class S3FaultsTest {
    private static final int PART = 5 << 20;
    static final S3Limits SMALL = new S3Limits(PART, 10_000, 2 * PART, PART, 2);
    private static final int PARTS = 4;
    private static final int DONE = 2;
    private static final ObjectPath BIG = ObjectPath.parse("raw/big");
    private static final Fault THROTTLED = new Fault.Answer(503, "SlowDown");

    private static final byte[] CONTENT = content(3);

    @TempDir
    private static Path shared;
    private static Path common;
    private static S3Server server;
    private static FaultyNetwork network;
    private static AwsAccount account;
    private static S3Client direct;

    @TempDir
    Path folder;

    private Path unfinished;
    private Map<Tier, S3Place> places;
    private S3Store store;
    private byte[] bytes = CONTENT;
    private Path file;

    @BeforeAll
    static void start() throws IOException {
        common = Files.write(shared.resolve("big"), CONTENT);
        server = new S3Server();
        network = new FaultyNetwork(server.endpoint());
        account = FakeAws.account(FakeAws.profile(network.endpoint()), Duration.ofMillis(500));
        direct = S3Server.client(server.account());
    }

    @AfterAll
    static void stop() {
        account.close();
        network.close();
        server.close();
    }

    @BeforeEach
    void open() {
        unfinished = folder.resolve("unfinished");
        places = S3Server.newLake(account.profile());
        store = store();
        file = common;
        network.on(_ -> Fault.NONE);
    }

    @AfterEach
    void leavesNoPartsAnywhere() {
        S3Place raw = places.get(Tier.RAW);
        assertThat(direct.listMultipartUploads(r -> r.bucket(raw.bucket())).uploads()).noneMatch(upload -> upload.key().startsWith(raw.prefix()));
        direct.listObjectVersions(r -> r.bucket(raw.bucket()).prefix(raw.prefix())).versions()
                .forEach(old -> direct.deleteObject(r -> r.bucket(raw.bucket()).key(old.key()).versionId(old.versionId())));
    }

    private static byte[] content(long seed) {
        byte[] content = new byte[(PARTS - 1) * PART + 1_000];
        new Random(seed).nextBytes(content);
        return content;
    }

    /// A file of the test's own, for tests that change it.
    private void takeOwnFile() throws IOException {
        file = Files.copy(common, folder.resolve("big"));
    }

    /// As after another start of the program.
    private S3Store store() {
        return new S3Store(account, places, unfinished, SMALL);
    }

    private Failure failure(Runnable work) {
        try {
            work.run();
        } catch (FailureException failed) {
            return failed.failure();
        }
        throw new AssertionError("was done");
    }

    private byte[] read() {
        network.on(_ -> Fault.NONE);
        try (InputStream in = store.read(BIG)) {
            return in.readAllBytes();
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    private void isStoredOnce() {
        assertThat(read()).isEqualTo(bytes);
        assertThat(store.versions(BIG)).hasSize(1);
        isForgotten();
    }

    private void isForgotten() {
        try (Stream<Path> files = Files.isDirectory(unfinished) ? Files.list(unfinished) : Stream.of()) {
            assertThat(files).isEmpty();
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    private void putFile(S3Store into) {
        into.put(BIG, Content.of(file), new Job("put"));
    }

    @Test
    void writesOnceThroughErrorsAndThrottling() {
        network.inTurn("PUT", "/big", new Fault.Answer(500, "InternalError"), THROTTLED, new Fault.LostAnswer());
        store.put(BIG, Content.of("small"), new Job("put"));

        assertThat(network.requests("PUT", "/big")).hasSize(4);
        bytes = "small".getBytes();
        assertThat(read()).isEqualTo(bytes);
    }

    @Test
    void knowsItsOwnObjectWhenTheAnswerToAWriteWasLost() {
        network.inTurn("PUT", "/big", new Fault.LostAnswer());
        store.putIfAbsent(BIG, Content.of(file), new Job("put"));
        isStoredOnce();

        ObjectPath small = ObjectPath.parse("raw/small");
        network.inTurn("PUT", "/small", new Fault.LostAnswer());
        store.putIfAbsent(small, Content.of("mine"), new Job("put"));
        assertThat(store.versions(small)).hasSize(1);
        assertThat(failure(() -> store.putIfAbsent(small, Content.of("mine"), new Job("put"))).kind()).isEqualTo(Failure.Kind.CONFLICT);
    }

    @Test
    void takesUpABrokenReadWhereItBroke() throws IOException {
        putFile(store);
        network.inTurn("GET", "/big", new Fault.Reset(1_000_000), new Fault.Truncated(300_000), new Fault.Stall(10, Duration.ofSeconds(20)), new Fault.Answer(500, "InternalError"));
        try (InputStream in = store.read(BIG)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        List<FaultyNetwork.Request> asked = network.requests("GET", "/big");
        assertThat(asked).hasSize(5);
        assertThat(asked.getFirst().header("Range")).isEmpty();
        assertThat(asked.subList(1, 5)).allSatisfy(request -> {
            assertThat(request.header("Range")).startsWith("bytes=").endsWith("-" + (bytes.length - 1));
            assertThat(request.header("If-Match")).contains(store.find(BIG).orElseThrow().tag());
        });
    }

    @Test
    void takesUpABrokenRangeWhereItBroke() throws IOException {
        putFile(store);
        network.inTurn("GET", "/big", new Fault.Truncated(100_000), new Fault.Reset(100_000));
        try (InputStream in = store.read(BIG, 50_000, 500_000)) {
            assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 50_000, 550_000));
        }
    }

    @Test
    void givesUpAReadThatBreaksAgainAndAgain() {
        putFile(store);
        network.on(_ -> new Fault.Truncated(10));

        Failure failure = failure(() -> {
            try (InputStream in = store.read(BIG)) {
                in.readAllBytes();
            } catch (IOException error) {
                throw new AssertionError(error);
            }
        });
        assertThat(failure.kind()).isEqualTo(Failure.Kind.OFFLINE);
        assertThat(failure.message()).contains("raw/big");
        assertThat(network.requests("GET", "/big")).hasSize(6);
    }

    @Test
    void neverMixesTwoObjectsInOneRead() throws IOException {
        putFile(store);
        network.inTurn("GET", "/big", new Fault.Truncated(1_000_000));
        try (InputStream in = store.read(BIG)) {
            in.readNBytes(500_000);
            store.put(BIG, Content.of(new byte[bytes.length]), new Job("put"));
            Failure failure = failure(() -> {
                try {
                    in.readAllBytes();
                } catch (IOException error) {
                    throw new AssertionError(error);
                }
            });
            assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
            assertThat(failure.message()).contains("raw/big was replaced");
        }
    }

    @Test
    void copiesAFileWholeThroughBrokenConnections() {
        putFile(store);
        network.inTurn("GET", "/big", new Fault.Reset(1_000), new Fault.None(), new Fault.Truncated(100_000), new Fault.Stall(0, Duration.ofSeconds(20)),
                new Fault.Answer(500, "InternalError"));
        Job job = new Job("get");
        store.download(BIG, folder.resolve("copy"), job);

        assertThat(folder.resolve("copy")).hasBinaryContent(bytes);
        assertThat(job.progress().done()).isEqualTo(bytes.length);
    }

    @Test
    void writesALargeFileOnceThroughAllKindsOfTrouble() {
        AtomicInteger turn = new AtomicInteger();
        List<Fault> troubles = List.of(new Fault.Answer(500, "InternalError"), Fault.NONE, new Fault.LostAnswer(), Fault.NONE, new Fault.Reset(0), Fault.NONE,
                new Fault.Stall(0, Duration.ofSeconds(20)), Fault.NONE, THROTTLED);
        network.on(request -> request.is("PUT", "partNumber=") && turn.get() < troubles.size() ? troubles.get(turn.getAndIncrement()) : Fault.NONE);
        Job job = new Job("put");
        store.put(BIG, Content.of(file), job);

        assertThat(job.progress().done()).isEqualTo(bytes.length);
        isStoredOnce();
    }

    @Test
    void completesALargeFileOnceWhenTheAnswerIsLost() {
        network.inTurn("POST", "uploadId=", new Fault.LostAnswer());
        putFile(store);
        isStoredOnce();
    }

    @Test
    void goesOnWithALargeFileAfterTheLoginExpired() {
        AtomicInteger sent = new AtomicInteger();
        network.on(request -> request.is("PUT", "partNumber=") && sent.incrementAndGet() > DONE ? new Fault.Answer(400, "ExpiredToken") : Fault.NONE);
        Failure failure = failure(() -> putFile(store));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
        assertThat(store.find(BIG)).isEmpty();

        network.on(_ -> Fault.NONE);
        Job job = new Job("put");
        store().put(BIG, Content.of(file), job);
        assertThat(network.requests("POST", "uploads")).as("no second upload").isEmpty();
        assertThat(network.requests("PUT", "partNumber=")).hasSize(PARTS - DONE);
        assertThat(job.progress().done()).isEqualTo(bytes.length);
        isStoredOnce();
    }

    @Test
    void goesOnWithALargeFileOfAKilledProcess() throws Exception {
        CountDownLatch stalled = new CountDownLatch(2);
        AtomicInteger sent = new AtomicInteger();
        network.on(request -> {
            if (request.is("PUT", "partNumber=") && sent.incrementAndGet() > DONE) {
                stalled.countDown();
                return new Fault.Stall(0, Duration.ofSeconds(30));
            }
            return Fault.NONE;
        });
        Process other = KilledUpload.start(network.endpoint(), places.get(Tier.RAW), file, unfinished);
        assertThat(stalled.await(30, TimeUnit.SECONDS)).isTrue();
        other.destroyForcibly().waitFor();
        assertThat(store.find(BIG)).isEmpty();

        network.on(_ -> Fault.NONE);
        putFile(store);
        assertThat(network.requests("POST", "uploads")).as("no second upload").isEmpty();
        assertThat(network.requests("PUT", "partNumber=")).hasSize(PARTS - DONE);
        isStoredOnce();
    }

    @Test
    void beginsAnewWhenTheFileChangedSince() throws IOException {
        takeOwnFile();
        network.on(request -> request.is("PUT", "partNumber=3") ? new Fault.Answer(400, "ExpiredToken") : Fault.NONE);
        failure(() -> putFile(store));
        bytes = content(4);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));

        network.on(_ -> Fault.NONE);
        putFile(store());
        assertThat(network.requests("PUT", "partNumber=")).hasSize(PARTS);
        isStoredOnce();
    }

    @Test
    void storesNothingOfAFileThatChangesMeanwhile() throws IOException {
        takeOwnFile();
        network.on(request -> {
            if (request.is("PUT", "partNumber=4")) {
                append(file);
            }
            return Fault.NONE;
        });
        Failure failure = failure(() -> putFile(store));

        assertThat(failure.message()).contains("big changed while it was being sent to raw/big");
        assertThat(store.find(BIG)).isEmpty();
        isForgotten();
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more", java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    @Test
    void takesItsPartsBackWhenItMayNotGoOn() {
        network.on(request -> request.is("PUT", "partNumber=3") ? new Fault.Answer(403, "AccessDenied") : Fault.NONE);
        Failure failure = failure(() -> putFile(store));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.message()).contains("s3:PutObject", "arn:aws:s3:::wonderlake-raw/" + places.get(Tier.RAW).prefix() + "big");
        isForgotten();
    }

    @Test
    void takesItsPartsBackWhenItIsCancelled() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        network.on(request -> {
            if (request.is("PUT", "partNumber=3")) {
                stalled.countDown();
                return new Fault.Stall(0, Duration.ofSeconds(30));
            }
            return Fault.NONE;
        });
        try (AwsAccount patient = FakeAws.account(FakeAws.profile(network.endpoint()), Duration.ofSeconds(30))) {
            S3Store waiting = new S3Store(patient, places, unfinished, SMALL);
            Job job = new Job("put");
            Thread canceller = Thread.ofPlatform().start(() -> {
                await(stalled);
                job.cancel();
            });
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> waiting.put(BIG, Content.of(file), job));
            canceller.join();
        }
        assertThat(store.find(BIG)).isEmpty();
        isForgotten();
    }

    @Test
    void endsSoonWhenItIsCancelledInADeadNetworkAndTakesItsPartsBackAnotherTime() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        network.on(request -> {
            if (request.is("PUT", "partNumber=3")) {
                stalled.countDown();
            }
            return stalled.getCount() == 0 ? new Fault.Gone(Duration.ofSeconds(30)) : Fault.NONE;
        });
        try (AwsAccount patient = FakeAws.account(FakeAws.profile(network.endpoint()), Duration.ofSeconds(30))) {
            Job job = new Job("put");
            Thread canceller = Thread.ofPlatform().start(() -> {
                await(stalled);
                job.cancel();
            });
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> new S3Store(patient, places, unfinished, SMALL).put(BIG, Content.of(file), job));
            canceller.join();
        }
        network.on(_ -> Fault.NONE);
        store().put(ObjectPath.parse("raw/other"), Content.of(file), new Job("put"));
        isForgotten();
    }

    @Test
    void givesBackWhatStoodThereBeforeTheBucketKeptVersions() throws IOException {
        String bucket = "late-" + places.get(Tier.RAW).prefix().replace("/", "");
        direct.createBucket(r -> r.bucket(bucket));
        S3Store late = new S3Store(account, Map.of(Tier.RAW, new S3Place(bucket, "")), unfinished, SMALL);
        late.put(BIG, Content.of("before"), new Job("put"));
        direct.putBucketVersioning(r -> r.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        late.put(BIG, Content.of("after"), new Job("put"));

        ObjectVersion old = late.versions(BIG).getLast();
        try (InputStream in = late.readVersion(old)) {
            assertThat(new String(in.readAllBytes())).isEqualTo("before");
        }
        late.restore(old, new Job("restore"));
        assertThat(late.versions(BIG)).extracting(ObjectVersion::size).containsExactly(6L, 5L, 6L);
    }

    @Test
    void endsBlockedCallsWithinASecondWhenTheirJobIsCancelled() throws Exception {
        putFile(store);
        try (AwsAccount patient = FakeAws.account(FakeAws.profile(network.endpoint()), Duration.ofSeconds(30))) {
            S3Store waiting = new S3Store(patient, places, unfinished, SMALL);
            List<java.util.function.Consumer<Job>> calls = List.of(job -> waiting.sha256(BIG, job), job -> waiting.download(BIG, folder.resolve("copy"), job),
                    job -> waiting.put(ObjectPath.parse("raw/small"), Content.of("small"), job));
            for (java.util.function.Consumer<Job> call : calls) {
                CountDownLatch stalled = new CountDownLatch(1);
                network.on(_ -> {
                    stalled.countDown();
                    return new Fault.Stall(100, Duration.ofSeconds(30));
                });
                Job job = new Job("stalled");
                Thread canceller = Thread.ofPlatform().start(() -> {
                    await(stalled);
                    job.cancel();
                });
                assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> call.accept(job));
                canceller.join();
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**copy*");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException error) {
            throw new AssertionError(error);
        }
    }

    @Test
    void copiesALargeVersionBackInParts() {
        putFile(store);
        store.put(BIG, Content.of("new"), new Job("put"));
        ObjectVersion old = store.versions(BIG).getLast();
        network.inTurn("PUT", "partNumber=", new Fault.Answer(500, "InternalError"));

        store.restore(old, new Job("restore"));

        assertThat(network.requests("PUT", "partNumber=")).hasSize(PARTS + 1);
        assertThat(store.versions(BIG)).hasSize(3);
        assertThat(read()).isEqualTo(bytes);
    }

    @Test
    void forgetsUploadsThatNobodyGoesOnWith() throws IOException {
        network.on(request -> request.is("PUT", "partNumber=3") ? new Fault.Answer(400, "ExpiredToken") : Fault.NONE);
        failure(() -> putFile(store));
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path each : files.toList()) {
                Files.setLastModifiedTime(each, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - Duration.ofDays(8).toMillis()));
            }
        }
        network.on(_ -> Fault.NONE);
        store().put(ObjectPath.parse("raw/other"), Content.of(file), new Job("put"));

        assertThat(network.requests("DELETE", "/big?uploadId=")).hasSize(1);
        isForgotten();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED, s3:GetObject on arn:aws:s3:::wonderlake-raw/", "400, ExpiredToken, SIGN_IN, has expired",
        "403, InvalidAccessKeyId, SIGN_IN, does not accept the credentials", "403, SignatureDoesNotMatch, SIGN_IN, does not accept the credentials",
        "403, RequestTimeTooSkewed, DENIED, The clock of this computer", "404, NoSuchBucket, NOT_FOUND, There is no bucket",
        "301, PermanentRedirect, NOT_FOUND, is in another region", "400, AuthorizationHeaderMalformed, NOT_FOUND, is in another region",
        "403, InvalidObjectState, STORAGE, raw/big is in the archive"})
    void saysWhyAnObjectCannotBeRead(int status, String code, Failure.Kind kind, String words) {
        network.on(_ -> new Fault.Answer(status, code));
        Failure failure = failure(() -> store.read(BIG));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.message()).contains(words);
        assertThat(failure.advice()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED, s3:GetObject on arn:aws:s3:::wonderlake-raw/", "400, ExpiredToken, SIGN_IN, has expired",
        "403, RequestTimeTooSkewed, DENIED, The clock of this computer", "404, NoSuchBucket, NOT_FOUND, There is no bucket",
        "301, PermanentRedirect, NOT_FOUND, is in another region", "400, AuthorizationHeaderMalformed, NOT_FOUND, is in another region"})
    void saysWhyAnObjectCannotBeFoundThoughSuchAnswersHaveNoWords(int status, String code, Failure.Kind kind, String words) {
        network.on(_ -> new Fault.Answer(status, code));
        Failure failure = failure(() -> store.find(BIG));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.message()).contains(words);
    }

    @Test
    void namesTheActionAndTheBucketOrTheObjectThatAreNotAllowed() {
        network.on(_ -> new Fault.Answer(403, "AccessDenied"));
        assertThat(failure(() -> store.list(Prefix.of(Tier.RAW), true, Optional.empty(), 10)).message()).contains("s3:ListBucket on arn:aws:s3:::wonderlake-raw.");
        assertThat(failure(() -> store.versions(BIG)).message()).contains("s3:ListBucketVersions on arn:aws:s3:::wonderlake-raw.");
        assertThat(failure(() -> store.delete(BIG)).message()).contains("s3:DeleteObject on arn:aws:s3:::wonderlake-raw/" + places.get(Tier.RAW).prefix() + "big.");
        assertThat(failure(() -> store.put(BIG, Content.of("x"), new Job("put"))).detail().orElseThrow()).contains("\"Action\" : \"s3:PutObject\"");
    }

    @Test
    void saysWhichTierTheProfileDoesNotHave() {
        S3Store raw = new S3Store(account, Map.of(Tier.RAW, places.get(Tier.RAW)), unfinished, SMALL);
        ObjectPath path = ObjectPath.parse("curated/x");

        assertThat(raw.list(Prefix.of(Tier.CURATED), true, Optional.empty(), 10).objects()).isEmpty();
        assertThat(raw.find(path)).isEmpty();
        assertThat(raw.versions(path)).isEmpty();
        assertThat(failure(() -> raw.read(path)).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure(() -> raw.put(path, Content.of("x"), new Job("put"))).message()).isEqualTo("curated/x cannot be written: this lake has no tier curated.");
        assertThat(network.requests("", "")).isEmpty();
    }

    @Test
    void skipsAndTellsNamesThatNoKeyMayHave() {
        String bucket = places.get(Tier.RAW).bucket();
        String prefix = places.get(Tier.RAW).prefix();
        for (String key : List.of("good", "bad ", "also bad./x", "folder/", "folder/good", "z")) {
            direct.putObject(r -> r.bucket(bucket).key(prefix + key), software.amazon.awssdk.core.sync.RequestBody.fromString(key.endsWith("/") ? "" : key));
        }
        for (int max : List.of(1, 2, 100)) {
            List<String> keys = new java.util.ArrayList<>();
            List<String> unlisted = new java.util.ArrayList<>();
            Optional<String> next = Optional.empty();
            do {
                var page = store.list(Prefix.of(Tier.RAW), false, next, max);
                page.objects().forEach(entry -> keys.add(entry.path().key()));
                unlisted.addAll(page.unlisted());
                next = page.next();
            } while (next.isPresent());
            assertThat(keys).as("pages of " + max).containsExactly("folder/good", "good", "z");
            assertThat(unlisted).as("pages of " + max).containsExactly("also bad./x", "bad ", "folder/");
        }
        assertThat(store.list(Prefix.of(Tier.RAW), true, Optional.empty(), 10).folders()).extracting(Prefix::key).containsExactly("folder/");
    }

    @Test
    void tellsWhenADeletionEndedAVersion() {
        store.put(BIG, Content.of("one"), new Job("put"));
        store.delete(BIG);
        store.put(BIG, Content.of("two"), new Job("put"));

        assertThat(store.versions(BIG)).extracting(version -> version.deleted().isPresent()).containsExactly(false, true);
    }
}
