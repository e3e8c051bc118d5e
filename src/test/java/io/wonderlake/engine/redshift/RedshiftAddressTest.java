package io.wonderlake.engine.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedshiftAddressTest {

    @Test
    void knowsClustersAndWorkgroupsByTheirHosts() {
        RedshiftAddress cluster = RedshiftAddress.of("jdbc:redshift://shop.abc123.eu-west-1.redshift.amazonaws.com:5440/dev");
        assertThat(cluster.warehouse()).contains(new RedshiftAddress.Warehouse("shop", "eu-west-1", false));
        assertThat(cluster.port()).isEqualTo(5440);
        assertThat(cluster.database()).isEqualTo("dev");
        RedshiftAddress workgroup = RedshiftAddress.of("jdbc:redshift:iam://Reports.111122223333.us-east-2.redshift-serverless.amazonaws.com/dev");
        assertThat(workgroup.warehouse()).contains(new RedshiftAddress.Warehouse("reports", "us-east-2", true));
        assertThat(workgroup.port()).isEqualTo(5439);
        assertThat(RedshiftAddress.of("jdbc:redshift://127.0.0.1:1/dev").warehouse()).isEmpty();
    }

    @Test
    void keepsTheOptionsThatAConnectionMayHave() {
        RedshiftAddress address = RedshiftAddress.of("jdbc:redshift://host/dev?ssl=false&ConnectTimeout=3");
        assertThat(address.options()).containsEntry("ssl", "false").containsEntry("connecttimeout", "3");
        assertThat(address.url()).isEqualTo("jdbc:redshift://host:5439/dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host/dev", "jdbc:postgresql://host/dev", "jdbc:redshift://host:5439", "jdbc:redshift://host:port/dev", "jdbc:redshift:iam://cluster:eu-west-1/dev"})
    void refusesWhatIsNoAddress(String url) {
        FailureException refused = catchThrowableOfType(FailureException.class, () -> RedshiftAddress.of(url));
        assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(refused.failure().advice()).contains("jdbc:redshift://host:5439/database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?password=hunter2", "?user=a&pwd=hunter2", ";UID=a;PWD=hunter2", "?socketFactory=hunter2", "?loglevel=6;logpath=hunter2", "?ssl"})
    void refusesOptionsThatDoNotBelongThereWithoutSayingTheirValues(String options) {
        FailureException refused = catchThrowableOfType(FailureException.class, () -> RedshiftAddress.of("jdbc:redshift://host/dev" + options));
        assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(refused.failure().toString()).doesNotContain("hunter2");
    }
}
