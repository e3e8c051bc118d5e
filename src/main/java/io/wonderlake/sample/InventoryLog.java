package io.wonderlake.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A warehouse's log of a day: what went in and out, and what was left. The stock of a day follows from the days since the last delivery alone.
///
/// @param warehouse place in [#WAREHOUSES]
/// @param noted whether the file has the column for notes
record InventoryLog(int warehouse, LocalDate day, boolean noted) {
    static final List<String> WAREHOUSES = List.of("WH-EAST", "WH-NORTH", "WH-SOUTH");
    static final LocalDate FIRST_DAY = SalesReport.monday(40);
    private static final List<String> OPERATORS = List.of("A. Falk", "B. Okafor", "C. Thorne", "D. Moreau", "E. Lindqvist");
    private static final List<String> NOTES = List.of("pallet damaged, two boxes replaced", "late truck", "counted twice", "moved to aisle 4");
    private static final Dice DICE = new Dice("inventory_log");

    record Line(String time, String warehouse, String sku, String event, String quantity, String onHand, String operator, String note, boolean noted) {
        String text() {
            String plain = String.join(",", time, warehouse, sku, event, quantity, onHand, operator);
            return noted ? plain + "," + (note.contains(",") ? "\"" + note + "\"" : note) : plain;
        }
    }

    String name() {
        return "inventory_log_" + WAREHOUSES.get(warehouse) + "_" + day;
    }

    String header() {
        return "log_ts,warehouse_id,sku,event,quantity,on_hand,operator" + (noted ? ",note" : "");
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int product = 0; product < RetailProducts.COUNT; product++) {
            Stock stock = Stock.on((int) (day.toEpochDay() - FIRST_DAY.toEpochDay()), warehouse * RetailProducts.COUNT + product);
            if (stock.delivered > 0) {
                lines.add(line(product, "IN", 6, stock.delivered, stock.before));
            }
            if (stock.out > 0) {
                lines.add(line(product, "OUT", 12, stock.out, stock.before - stock.out));
            }
            if (stock.lost > 0) {
                lines.add(line(product, "ADJUST", 17, -stock.lost, stock.after()));
            }
            if (day.getDayOfWeek().getValue() == 7 && product % 4 == warehouse) {
                lines.add(line(product, "COUNT", 20, stock.after(), stock.after()));
            }
        }
        lines.sort(Comparator.comparing(Line::time));
        return lines;
    }

    private Line line(int product, String event, int hour, int quantity, int onHand) {
        long key = (day.toEpochDay() * 10 + warehouse) * 1_000 + product * 10L + event.length();
        StringBuilder time = Digits.date(new StringBuilder(), day).append(' ');
        Digits.time(time, hour * 3_600 + DICE.below(key, event + "time", 7_200));
        String note = noted && DICE.chance(key, event + "noted", 0.06) ? DICE.pick(key, event + "note", NOTES) : "";
        return new Line(time.toString(), WAREHOUSES.get(warehouse), RetailProducts.sku(product), event, String.valueOf(quantity),
                String.valueOf(onHand), DICE.pick(key, event + "operator", OPERATORS), note, noted);
    }

    /// A product's stock in a warehouse on a day: filled up every few days, sold from in between.
    ///
    /// @param before after the day's delivery, before anything goes out
    private record Stock(int delivered, int before, int out, int lost) {

        /// `day` counts from the first one; `shelf` tells warehouses and products apart.
        static Stock on(int day, int shelf) {
            int cycle = DICE.between(shelf, "cycle", 5, 10);
            int capacity = cycle * DICE.between(shelf, "capacity", 9, 24);
            boolean full = (day + DICE.below(shelf, "phase", cycle)) % cycle == 0;
            int first = day - Math.floorMod(day + DICE.below(shelf, "phase", cycle), cycle);
            int left = capacity;
            for (int earlier = full ? day - cycle : first; earlier < day; earlier++) {
                left -= sold(left, earlier, shelf) + lost(left, earlier, shelf);
            }
            int before = full ? capacity : left;
            return new Stock(full ? capacity - left : 0, before, sold(before, day, shelf), lost(before, day, shelf));
        }

        private static int sold(int before, int day, int shelf) {
            return Math.min(before, DICE.between(shelf * 1_000L + day, "wanted", 4, 22));
        }

        private static int lost(int before, int day, int shelf) {
            return before > sold(before, day, shelf) && DICE.chance(shelf * 1_000L + day, "damaged", 0.03) ? 1 : 0;
        }

        int after() {
            return before - out - lost;
        }
    }
}
