package io.wonderlake.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AwsCheckupTest {
    private static final Probe ME = well("who am I");

    @Test
    void looksAtEverythingInItsOrder() {
        assertThat(run(ME, well("raw"), well("curated"))).extracting(Check::subject).containsExactly("who am I", "raw", "curated");
    }

    @Test
    void looksSideBySide() {
        CyclicBarrier together = new CyclicBarrier(3);
        Probe waits = new Probe("waits", _ -> {
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
            return Probe.Finding.well("met");
        });
        assertThat(run(ME, waits, waits, waits)).allMatch(Check::well);
    }

    @Test
    void saysWhatIsNotAllowedAndGivesOnePolicyForAll() {
        List<Check> checks = run(ME, denied("raw", Permission.of("s3:ListBucket", "arn:aws:s3:::acme-raw")), well("curated"),
                denied("catalog", Permission.of("glue:GetDatabases")), denied("jobs", Permission.of("glue:ListJobs")));
        assertThat(checks.get(1)).satisfies(check -> {
            assertThat(check.well()).isFalse();
            assertThat(check.finding()).isEqualTo("You are not allowed to do s3:ListBucket on arn:aws:s3:::acme-raw.");
            assertThat(check.policy().orElseThrow()).contains("s3:ListBucket");
        });
        assertThat(checks.getLast()).satisfies(check -> {
            assertThat(check.finding()).isEqualTo("Not allowed: glue:GetDatabases, glue:ListJobs, s3:ListBucket");
            assertThat(check.policy().orElseThrow().replaceAll("\\s+", "")).isEqualTo("""
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::acme-raw"},\
                    {"Effect":"Allow","Action":["glue:GetDatabases","glue:ListJobs"],"Resource":"*"}]}""");
        });
    }

    @Test
    void givesNoPolicyForWhatNoPolicyMends() {
        List<Check> checks = run(ME, new Probe("raw", _ -> {
            throw Failure.of(Failure.Kind.DENIED, "failure.aws.clock").withDetail("skewed").exception();
        }));
        assertThat(checks).hasSize(2).allMatch(check -> check.policy().isEmpty());
    }

    @Test
    void looksAtNothingElseWhereNobodyIsLoggedIn() {
        List<Check> checks = run(new Probe("who am I", _ -> {
            throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.login", "acme").exception();
        }), well("raw"));
        assertThat(checks).singleElement().satisfies(check -> assertThat(check.finding()).contains("not logged in"));
    }

    @Test
    void looksAtTheRestWhereOnlyTheTokenServiceIsMissing() {
        assertThat(run(new Probe("who am I", _ -> {
            throw Failure.of(Failure.Kind.OFFLINE, "failure.aws.timeout", "sts").exception();
        }), well("raw"))).extracting(Check::well).containsExactly(false, true);
    }

    @Test
    void doesNotWaitForWhatDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Probe silent = new Probe("silent", _ -> {
            await(never, interrupted);
            return Probe.Finding.well("late");
        });
        List<Check> checks = new AwsCheckup(ME, List.of(silent, well("raw")), Duration.ofMillis(200)).run(new Job("doctor"));
        assertThat(checks.get(1).finding()).startsWith("silent did not answer within");
        assertThat(checks.get(2).well()).isTrue();
        await(interrupted, interrupted);
    }

    @Test
    void endsWhenItsJobIsCancelled() {
        Job job = new Job("doctor");
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Probe silent = new Probe("silent", _ -> {
            job.cancel();
            await(never, interrupted);
            return Probe.Finding.well("late");
        });
        assertThatThrownBy(() -> new AwsCheckup(ME, List.of(silent)).run(job)).isInstanceOf(CancellationException.class);
        await(interrupted, interrupted);
    }

    @Test
    void turnsWhatNobodyExpectedIntoATrouble() {
        assertThat(run(ME, new Probe("raw", _ -> {
            throw new IllegalStateException("odd");
        })).getLast()).satisfies(check -> assertThat(check.well()).isFalse());
    }

    @Test
    void keepsAdviceForWhatIsWellButCouldBeBetter() {
        Check check = run(ME, new Probe("versions", _ -> new Probe.Finding("keeps none", "switch it on"))).getLast();
        assertThat(check.well()).isTrue();
        assertThat(check.advice()).isEqualTo("switch it on");
    }

    @Test
    void saysHowFarItIs() {
        Job job = new Job("doctor");
        List<Progress> told = Collections.synchronizedList(new ArrayList<>());
        job.onProgress(told::add);
        new AwsCheckup(ME, List.of(well("raw"), well("curated"))).run(job);
        assertThat(told).extracting(Progress::done).containsExactlyInAnyOrder(0L, 2L, 3L);
        assertThat(told).extracting(Progress::total).containsOnly(3L);
    }

    private static List<Check> run(Probe who, Probe... rest) {
        return new AwsCheckup(who, List.of(rest)).run(new Job("doctor"));
    }

    private static Probe well(String subject) {
        return new Probe(subject, _ -> Probe.Finding.well("fine"));
    }

    private static Probe denied(String subject, Permission permission) {
        return new Probe(subject, _ -> {
            throw Failure.of(Failure.Kind.DENIED, "failure.aws.denied", permission.action(), String.join(", ", permission.resources())).withDetail(permission.policy()).exception();
        });
    }

    private static void await(CountDownLatch latch, CountDownLatch interrupted) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            interrupted.countDown();
        }
    }
}
