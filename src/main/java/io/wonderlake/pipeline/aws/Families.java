package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Run;
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
        List<Member> members = new ArrayList<>();
        FailureException refused = null;
        int answered = 0;
        for (Family family : all) {
            try {
                family.names().forEach(name -> members.add(new Member(family, name)));
                answered++;
            } catch (FailureException one) {
                refused = refused == null ? one : refused;
            }
        }
        if (answered == 0 && refused != null) {
            throw refused;
        }
        return members;
    }

    /// A pipeline with its service.
    record Member(Family family, String name) {
        String pipeline() {
            return Ref.pipeline(family.kind(), name);
        }
    }
}
