package io.wonderlake.sample;

import java.util.List;

/// What the MadHatter stores sell, and the stores themselves.
final class RetailProducts {
    static final int COUNT = 24;
    static final List<Store> STORES = List.of(
            new Store("0007", "GBP"), new Store("0012", "EUR"), new Store("0019", "EUR"), new Store("0023", "USD"),
            new Store("0031", "EUR"), new Store("0044", "EUR"), new Store("0052", "GBP"), new Store("0068", "USD"),
            new Store("0075", "EUR"), new Store("0081", "USD"), new Store("0093", "GBP"), new Store("0107", "EUR"));
    private static final Dice DICE = new Dice("product");

    /// A store: its id keeps its leading zeros, and it sells in one currency.
    record Store(String id, String currency) { }

    private RetailProducts() {
    }

    static String sku(int product) {
        return "MH-" + (1_001 + product);
    }

    static int cents(int product) {
        return 100 * DICE.between(product, "price", 12, 240) - 5;
    }

    static Store store(String id) {
        return STORES.stream().filter(store -> store.id().equals(id)).findFirst().orElseThrow();
    }
}
