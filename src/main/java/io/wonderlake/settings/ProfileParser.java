package io.wonderlake.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.FailureException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a profile and refuses each mistake with its place and what is allowed there.
final class ProfileParser {
    private static final List<String> LOCAL = List.of("kind", "path", "colour", "readOnly");
    private static final List<String> AWS =
            List.of("kind", "awsProfile", "region", "endpoint", "tiers", "names", "databases", "pipelines", "athena", "redshift", "readOnly", "colour");
    private static final List<String> ATHENA = List.of("workgroup", "output", "dollarsPerTerabyte", "reuse");
    private static final List<String> REDSHIFT = List.of("url", "user");
    private static final List<String> TIERS = Arrays.stream(Tier.values()).map(Tier::folder).toList();
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+){1,2}-\\d{1,2}");
    private static final Pattern NAMED = Pattern.compile("[^*\\s]+\\*?|\\*");
    private static final Pattern WORKGROUP = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(s|m|h|d)");
    private static final Pattern REDSHIFT_URL = Pattern.compile("jdbc:redshift:(iam:)?//[A-Za-z0-9.-]+(:\\d{1,5})?/[^/?;\\s]+([?;].*)?");
    private static final Duration LONGEST_REUSE = Duration.ofDays(7);

    private final String name;
    private final ProfileText text;

    ProfileParser(String name, Path file) {
        this.name = name;
        this.text = new ProfileText(file);
    }

    /// What was wrong with the text that was parsed last.
    Optional<ProfileText.Refusal> refusal() {
        return text.refusals().isEmpty() ? Optional.empty() : Optional.of(text.refusals().getLast());
    }

    LakeProfile parse(String content) {
        Written.Keys file = text.document(content);
        new ProfileSecrets(text).check(file);
        Written.Text kind = text.require(file, "kind");
        return switch (kind.text()) {
            case "local" -> local(text.keys(file, LOCAL));
            case "aws" -> aws(text.keys(file, AWS));
            default -> throw text.refuse(kind.place(), "profile.kind", kind.text());
        };
    }

    private LakeProfile.Local local(Written.Keys file) {
        return new LakeProfile.Local(name, path(text.require(file, "path")), colour(file), readOnly(file));
    }

    private Path path(Written.Text written) {
        try {
            boolean home = written.text().equals("~") || written.text().startsWith("~/");
            Path path = home ? Path.of(System.getProperty("user.home"), written.text().substring(1)) : Path.of(written.text());
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException _) {
            // refused below, like one that starts nowhere
        }
        throw text.refuse(written.place(), "profile.path", written.text());
    }

    private LakeProfile.Aws aws(Written.Keys file) {
        Written.Text region = text.require(file, "region");
        if (!REGION.matcher(region.text()).matches()) {
            throw text.refuse(region.place(), "profile.region", region.text());
        }
        return new LakeProfile.Aws(name, text.text(file, "awsProfile").map(Written.Text::text), region.text(), text.text(file, "endpoint").map(this::endpoint), tiers(file),
                tierNames(file), named(file, "databases"), named(file, "pipelines"), athena(file), redshift(file), colour(file), readOnly(file));
    }

    private URI endpoint(Written.Text written) {
        try {
            URI address = new URI(written.text());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null) {
                return address;
            }
        } catch (java.net.URISyntaxException _) {
            // refused below, like the address of something else
        }
        throw text.refuse(written.place(), "profile.endpoint", written.text());
    }

    private Map<Tier, S3Place> tiers(Written.Keys file) {
        Map<Tier, S3Place> tiers = new EnumMap<>(Tier.class);
        text.group(file, "tiers", TIERS).forEach((tier, value) -> {
            Written.Text written = single(value);
            S3Place place = place(written);
            tiers.forEach((other, taken) -> {
                if (taken.bucket().equals(place.bucket()) && (taken.prefix().startsWith(place.prefix()) || place.prefix().startsWith(taken.prefix()))) {
                    throw text.refuse(written.place(), "profile.tiers.overlap", tier, place, other.folder(), taken);
                }
            });
            tiers.put(Tier.ofFolder(tier).orElseThrow(), place);
        });
        if (tiers.isEmpty()) {
            throw text.refuse(file.values().containsKey("tiers") ? file.values().get("tiers").place() : file.place().below("tiers", file.place().line()), "profile.tiers.none", String.join(", ", TIERS));
        }
        return tiers;
    }

    private S3Place place(Written.Text written) {
        try {
            return S3Place.parse(written.text());
        } catch (FailureException refused) {
            throw text.refuse(written.place(), "profile.place", written.place().key(), written.text());
        }
    }

    private Map<Tier, String> tierNames(Written.Keys file) {
        Map<Tier, String> names = new EnumMap<>(Tier.class);
        text.group(file, "names", TIERS).forEach((tier, value) -> {
            String shown = single(value).text();
            if (names.containsValue(shown)) {
                throw text.refuse(value.place(), "profile.names.twice", shown);
            }
            if (!shown.equals(tier)) {
                names.put(Tier.ofFolder(tier).orElseThrow(), shown);
            }
        });
        return names;
    }

    private Written.Text single(Written value) {
        if (value instanceof Written.Text written && !written.text().isEmpty()) {
            return written;
        }
        throw text.refuse(value.place(), "profile.single", value.place().key());
    }

    private List<String> named(Written.Keys file, String key) {
        return text.list(file, key).stream().map(written -> {
            if (!NAMED.matcher(written.text()).matches()) {
                throw text.refuse(written.place(), "profile.named", key, written.text());
            }
            return written.text();
        }).toList();
    }

    private LakeProfile.Athena athena(Written.Keys file) {
        LakeProfile.Athena usual = LakeProfile.Athena.DEFAULT;
        return group(file, "athena", ATHENA).map(keys -> new LakeProfile.Athena(
                text.text(keys, "workgroup").map(written -> matching(written, WORKGROUP, "profile.workgroup")).orElse(usual.workgroup()),
                text.text(keys, "output").map(this::place),
                text.text(keys, "dollarsPerTerabyte").map(this::dollars).orElse(usual.dollarsPerTerabyte()),
                text.text(keys, "reuse").map(this::reuse).orElse(usual.reuse()))).orElse(usual);
    }

    private BigDecimal dollars(Written.Text written) {
        return new BigDecimal(matching(written, Pattern.compile("\\d{1,6}(\\.\\d{1,6})?"), "profile.dollars"));
    }

    private Duration reuse(Written.Text written) {
        Matcher matcher = DURATION.matcher(written.text());
        if (written.text().equals("0")) {
            return Duration.ZERO;
        }
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            Duration reuse = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            if (reuse.compareTo(LONGEST_REUSE) <= 0) {
                return reuse;
            }
        }
        throw text.refuse(written.place(), "profile.reuse", written.text());
    }

    private Optional<LakeProfile.Redshift> redshift(Written.Keys file) {
        return group(file, "redshift", REDSHIFT).map(keys -> new LakeProfile.Redshift(
                matching(text.require(keys, "url"), REDSHIFT_URL, "profile.redshift"), text.text(keys, "user").map(Written.Text::text)));
    }

    private Optional<Written.Keys> group(Written.Keys file, String key, List<String> allowed) {
        return text.group(file, key, allowed).isEmpty() ? Optional.empty() : Optional.of((Written.Keys) file.values().get(key));
    }

    private String matching(Written.Text written, Pattern pattern, String problem) {
        if (!pattern.matcher(written.text()).matches()) {
            throw text.refuse(written.place(), problem, written.text());
        }
        return written.text();
    }

    private String colour(Written.Keys file) {
        return text.text(file, "colour").map(written -> {
            if (!LakeProfile.COLOURS.contains(written.text())) {
                throw text.refuse(written.place(), "profile.colour", written.text(), String.join(", ", LakeProfile.COLOURS));
            }
            return written.text();
        }).orElse("");
    }

    private boolean readOnly(Written.Keys file) {
        return text.text(file, "readOnly").map(written -> matching(written, Pattern.compile("true|false"), "profile.boolean")).map(Boolean::parseBoolean).orElse(false);
    }
}
