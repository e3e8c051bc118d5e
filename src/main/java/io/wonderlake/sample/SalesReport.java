package io.wonderlake.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The sales report that a store sends for a week: one row for each day and product that was sold.
///
/// @param week ISO week of 2026
record SalesReport(RetailProducts.Store store, int week) {
    static final List<String> COLUMNS = List.of(
            "report_date", "store_id", "sku", "units_sold", "unit_price", "discount", "gross", "net", "currency");
    private static final int PRODUCTS = 13;
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2025, 12, 29);
    private static final Dice DICE = new Dice("sales_report");

    static SalesReport of(String store, int week) {
        return new SalesReport(RetailProducts.store(store), week);
    }

    static LocalDate monday(int week) {
        return FIRST_MONDAY.plusWeeks(week - 1L);
    }

    String name() {
        return "sales_report_" + store.id() + "_2026-W" + week;
    }

    /// The cells row by row: dates, text, whole numbers and money. The rows may be changed by the caller.
    List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        int first = Integer.parseInt(store.id()) % RetailProducts.COUNT;
        for (int day = 0; day < 7; day++) {
            for (int shelf = 0; shelf < PRODUCTS; shelf++) {
                int product = (first + shelf) % RetailProducts.COUNT;
                long key = ((Long.parseLong(store.id()) * 100 + week) * 7 + day) * RetailProducts.COUNT + product;
                if (DICE.chance(key, "sold", 0.88)) {
                    rows.add(row(key, monday(week).plusDays(day), product));
                }
            }
        }
        return rows;
    }

    private List<Object> row(long key, LocalDate date, int product) {
        int units = 1 + DICE.skewed(key, "units", date.getDayOfWeek().getValue() > 5 ? 28 : 16, 1.7);
        long gross = (long) units * RetailProducts.cents(product);
        long discount = DICE.chance(key, "discounted", 0.2) ? gross * DICE.between(key, "discount", 1, 4) * 5 / 100 : 0;
        return new ArrayList<>(List.of(date, store.id(), RetailProducts.sku(product), units, money(RetailProducts.cents(product)),
                money(discount), money(gross), money(gross - discount), store.currency()));
    }

    private static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
