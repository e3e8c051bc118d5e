package io.wonderlake.sample;

import java.util.Locale;

/// The people who sell and buy tickets.
final class TicketUsers implements Rows {
    static final int COUNT = 49_990;
    private static final int LIKES = 10;
    /// Three letters, two digits, three letters; and a step without common factor with their number, so that each user has another name.
    private static final long NAMES = 26L * 26 * 26 * 100 * 26 * 26 * 26;
    private static final long NAME_STEP = 7_321_990_897L;

    private final Dice dice = new Dice("users");

    @Override
    public long count() {
        return COUNT;
    }

    @Override
    public void append(long row, StringBuilder out) {
        String first = dice.pick(row, "first", Words.FIRST_NAMES);
        String last = dice.pick(row, "last", Words.LAST_NAMES);
        out.append(row + 1).append('|');
        userName(row + 1, out);
        out.append('|').append(first).append('|').append(last).append('|').append(dice.pick(row, "city", Words.CITIES)).append('|');
        mail(row + 1, first, last, out);
        phone(row, out);
        for (int like = 0; like < LIKES; like++) {
            out.append('|').append(opinion(dice.unit(row, "like" + like)));
        }
        out.append('\n');
    }

    private static void userName(long id, StringBuilder out) {
        long rest = id * NAME_STEP % NAMES;
        for (int at = 0; at < 8; at++) {
            boolean digit = at == 3 || at == 4;
            int base = digit ? 10 : 26;
            out.append((char) ((digit ? '0' : 'A') + rest % base));
            rest /= base;
        }
    }

    private static void mail(long id, String first, String last, StringBuilder out) {
        out.append((first + "." + last.replace("'", "")).toLowerCase(Locale.ROOT)).append(id).append("@madhatter.example|");
    }

    private void phone(long row, StringBuilder out) {
        out.append('(').append(dice.between(row, "area", 201, 989)).append(") 555-");
        int number = dice.below(row, "number", 10_000);
        Digits.padded(Digits.padded(out, number / 100), number % 100);
    }

    private static String opinion(double chance) {
        return chance < 0.4 ? "" : chance < 0.7 ? "TRUE" : "FALSE";
    }
}
