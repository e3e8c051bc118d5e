package io.wonderlake.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.work.DirectJobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesViewModelTest {
    static final LakeProfile.Aws ACME = new LakeProfile.Aws("acme", Optional.of("production"), "eu-west-1", Optional.empty(), Map.of(Tier.RAW, S3Place.parse("s3://acme/raw/")), Map.of(),
            List.of(), List.of(), LakeProfile.Athena.DEFAULT, Optional.of(new LakeProfile.Redshift("jdbc:redshift://host:5439/dev", Optional.of("ann"))), "teal", false);

    private final FakeBook book = new FakeBook();
    private final DirectJobs jobs = new DirectJobs();
    private final ProfilesViewModel model = new ProfilesViewModel(book, jobs, new Logins(Runnable::run));

    @Test
    void addsALakeOnceNothingIsWrongWithIt() {
        model.add();
        ProfileFormViewModel form = model.formProperty().get().orElseThrow();
        form.nameProperty().set("acme");
        form.text("region").set("Ireland");
        model.save();
        jobs.runAll();
        assertThat(form.problemsProperty().get()).containsOnlyKeys("region", "tiers");
        assertThat(book.profiles).isEmpty();
        form.text("region").set("eu-west-1");
        form.text("tiers.raw").set("s3://acme/raw");
        form.text("path").set("left over from the other kind");
        model.save();
        jobs.runAll();
        assertThat(names()).containsExactly("acme");
        assertThat(model.formProperty().get()).isEmpty();
    }

    @Test
    void refusesANameThatIsTaken() {
        book.save(ACME);
        model.refresh();
        jobs.runAll();
        model.duplicate(ACME);
        ProfileFormViewModel form = model.formProperty().get().orElseThrow();
        assertThat(form.nameProperty().get()).isEqualTo("acme-2");
        form.nameProperty().set("ACME");
        model.save();
        jobs.runAll();
        assertThat(form.problemsProperty().get()).containsOnlyKeys("name");
        assertThat(book.profiles).hasSize(1);
    }

    @Test
    void changesAProfileUnderItsName() {
        book.save(ACME);
        model.edit(ACME);
        ProfileFormViewModel form = model.formProperty().get().orElseThrow();
        form.text("readOnly").set("true");
        model.save();
        jobs.runAll();
        assertThat(book.profiles).singleElement().isInstanceOfSatisfying(ListedProfile.Ready.class, ready -> assertThat(ready.profile().readOnly()).isTrue());
    }

    @Test
    void deletesAProfileOnlyAfterAsking() {
        book.save(ACME);
        model.refresh();
        jobs.runAll();
        model.delete();
        jobs.runAll();
        assertThat(names()).containsExactly("acme");
        model.doom("acme");
        model.delete();
        jobs.runAll();
        assertThat(names()).isEmpty();
        assertThat(model.doomedProperty().get()).isEmpty();
    }

    @Test
    void keepsThePasswordInTheKeychainAndForgetsIt() {
        book.save(ACME);
        model.edit(ACME);
        jobs.runAll();
        ProfileFormViewModel form = model.formProperty().get().orElseThrow();
        assertThat(form.passwordProperty().get()).contains(false);
        model.keepPassword("secret".toCharArray());
        jobs.runAll();
        assertThat(book.passwords).containsExactly(Map.entry("acme/ann", "secret"));
        assertThat(form.passwordProperty().get()).contains(true);
        model.forgetPassword();
        jobs.runAll();
        assertThat(book.passwords).isEmpty();
    }

    private List<String> names() {
        return model.profilesProperty().get().stream().map(ListedProfile::name).toList();
    }
}
