package io.wonderlake.engine.athena;

import io.wonderlake.lake.S3Place;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfiguration;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/// What a workgroup of Athena says about the statements that run in it.
///
/// @param enabled whether it takes statements
/// @param output where it puts results
/// @param enforced whether its output is used whatever the caller says
/// @param managed whether Athena keeps the results itself, outside the account's buckets
/// @param maxBytes how much one statement may scan
public record Workgroup(String name, boolean enabled, Optional<S3Place> output, boolean enforced, boolean managed, OptionalLong maxBytes) {

    static Workgroup of(WorkGroup group) {
        WorkGroupConfiguration settings = Optional.ofNullable(group.configuration()).orElseGet(() -> WorkGroupConfiguration.builder().build());
        Optional<String> output = Optional.ofNullable(settings.resultConfiguration()).map(ResultConfiguration::outputLocation);
        boolean managed = Optional.ofNullable(settings.managedQueryResultsConfiguration()).map(ManagedQueryResultsConfiguration::enabled).orElse(false);
        Long most = settings.bytesScannedCutoffPerQuery();
        return new Workgroup(group.name(), group.state() != WorkGroupState.DISABLED, output.filter(place -> !place.isBlank()).map(S3Place::parse),
                Boolean.TRUE.equals(settings.enforceWorkGroupConfiguration()), managed, most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }
}
