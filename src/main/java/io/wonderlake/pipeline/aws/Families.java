package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.List;

/// The services side by side. One that refuses is left out as long as another answers.
record Families(List<Family> all) {

    Family of(Run.Kind kind) {
        return all.stream().filter(family -> family.kind() == kind).findFirst().orElseThrow();
    }

    /// Every pipeline there is.
    List<Member> members() {
        return look().members();
    }

    Look look() {
        List<Member> members = new ArrayList<>();
        List<FailureException> refused = new ArrayList<>();
        for (Family family : all) {
            try {
                family.names().forEach(name -> members.add(new Member(family, name)));
            } catch (FailureException one) {
                refused.add(one);
            }
        }
        if (refused.size() == all.size() && !refused.isEmpty()) {
            throw refused.getFirst();
        }
        return new Look(members, refused.stream().map(FailureException::failure).toList());
    }

    /// @param gaps what the services that are left out said
    record Look(List<Member> members, List<Failure> gaps) { }

    /// A pipeline with its service.
    record Member(Family family, String name) {
        String pipeline() {
            return Ref.pipeline(family.kind(), name);
        }
    }
}
