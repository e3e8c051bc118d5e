package io.wonderlake.engine.redshift;

import io.wonderlake.engine.redshift.RedshiftAddress.Warehouse;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsResponse;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsWithIamResponse;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.GetCredentialsResponse;

/// Temporary credentials by IAM, of a cluster or of a serverless workgroup, as the host says. Asked for when a connection needs them and the
/// last ones are about to expire.
public final class IamLogin implements RedshiftLogin {
    /// A connection must be made before they expire.
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final AwsAccount account;
    private final RedshiftAddress address;
    private final InstantSource clock;
    private RedshiftClient clusters;
    private RedshiftServerlessClient workgroups;
    private Access last;
    private Instant until = Instant.MIN;
    private boolean fresh;

    public IamLogin(AwsAccount account, String url) {
        this(account, url, InstantSource.system());
    }

    IamLogin(AwsAccount account, String url, InstantSource clock) {
        this.account = account;
        this.address = RedshiftAddress.of(url);
        this.clock = clock;
    }

    @Override
    public synchronized Access access(Job job) {
        fresh = last == null || !clock.instant().isBefore(until.minus(MARGIN));
        if (fresh) {
            Warehouse warehouse = address.warehouse()
                    .orElseThrow(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.redshift.iamhost", address.host()).exception());
            last = warehouse.serverless() ? ofWorkgroup(warehouse, job) : ofCluster(warehouse, job);
        }
        return last;
    }

    /// Those that were kept may have been withdrawn; new ones are asked for once.
    @Override
    public synchronized boolean refused() {
        boolean kept = !fresh;
        last = null;
        return kept;
    }

    private Access ofWorkgroup(Warehouse warehouse, Job job) {
        if (workgroups == null) {
            workgroups = account.build(RedshiftServerlessClient.builder(), warehouse.region());
        }
        Permission permission = Permission.of("redshift-serverless:GetCredentials", "arn:aws:redshift-serverless:" + warehouse.region() + ":*:workgroup/*");
        GetCredentialsResponse said = account.call(permission, job, () -> workgroups.getCredentials(ask -> ask.workgroupName(warehouse.name()).dbName(address.database())));
        return keep(said.dbUser(), said.dbPassword(), said.expiration());
    }

    private Access ofCluster(Warehouse warehouse, Job job) {
        if (clusters == null) {
            clusters = account.build(RedshiftClient.builder(), warehouse.region());
        }
        String arn = "arn:aws:redshift:" + warehouse.region() + ":*:";
        String database = arn + "dbname:" + warehouse.name() + "/" + address.database();
        String user = address.options().get("dbuser");
        if (user == null) {
            GetClusterCredentialsWithIamResponse said = account.call(Permission.of("redshift:GetClusterCredentialsWithIAM", database), job,
                    () -> clusters.getClusterCredentialsWithIAM(ask -> ask.clusterIdentifier(warehouse.name()).dbName(address.database())));
            return keep(said.dbUser(), said.dbPassword(), said.expiration());
        }
        GetClusterCredentialsResponse said = account.call(Permission.of("redshift:GetClusterCredentials", database, arn + "dbuser:" + warehouse.name() + "/" + user), job,
                () -> clusters.getClusterCredentials(ask -> ask.clusterIdentifier(warehouse.name()).dbName(address.database()).dbUser(user)));
        return keep(said.dbUser(), said.dbPassword(), said.expiration());
    }

    private Access keep(String user, String password, Instant expiration) {
        until = expiration == null ? Instant.MIN : expiration;
        return new Access(user, password.toCharArray());
    }
}
