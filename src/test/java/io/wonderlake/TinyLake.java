package io.wonderlake;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.settings.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A lake of one small dataset, one contract, one model and one pipeline, written by hand as a user would.
final class TinyLake {
    private static final String ORDERS = """
            order_id,customer,amount,day
            1,Ada,10.50,2026-11-01
            2,Grace,20.00,2026-11-01
            3,Edsger,ten,2026-11-02
            4,Barbara,7.25,2026-11-02
            """;
    private static final String CONTRACT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: shop.orders
            name: orders
            version: 1.0.0
            status: active
            domain: shop
            description: {purpose: What was ordered.}
            team: [{name: Shop team, username: shop@example.org, role: owner}]
            customProperties:
              - {property: reads, value: raw/shop/orders/}
              - {property: layouts, value: {csv: {format: text, delimiter: ",", quote: "\\"", header: true, skip: 0, charset: utf-8}}}
              - {property: nullMarks, value: [""]}
            schema:
              - name: orders
                physicalName: shop_curated.orders
                properties:
                  - {name: order_id, logicalType: integer, physicalType: integer, primaryKey: true, required: true}
                  - {name: customer, logicalType: string, physicalType: varchar}
                  - {name: amount, logicalType: number, physicalType: "decimal(8,2)", required: true}
                  - {name: day, logicalType: date, physicalType: date}
            """;
    private static final String MODEL = """
            -- name: orders_by_day
            -- tier: analytics
            -- database: shop_analytics
            -- description: What was ordered on each day.
            -- owner: shop@example.org
            -- inputs: [shop_curated.orders]
            -- key: [day]
            select o.day as day, count(*) as orders, sum(o.amount) as amount
            from shop_curated.orders as o
            group by o.day
            """;
    private static final String PIPELINE = """
            name: shop
            title: Shop
            description: Orders from the file to the day.
            steps:
              - {name: crawl, type: crawl, datasets: ["shop.*"]}
              - {name: curate, type: contracts, contracts: ["shop.*"]}
              - {name: build, type: models, models: ["shop_analytics.*"]}
            """;

    private TinyLake() {
    }

    static AppContext context(Path home) {
        return new AppContext(new UserFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache")));
    }

    /// Makes the lake in `folder`; nothing has run in it.
    static void write(AppContext context, Path folder) throws IOException {
        context.create(folder, new LakeSettings("Tiny", Map.of())).close();
        put(folder.resolve("raw/shop/orders/orders.csv"), ORDERS);
        put(folder.resolve("config/contracts/shop.orders.yaml"), CONTRACT);
        put(folder.resolve("config/models/analytics/shop.orders_by_day.sql"), MODEL);
        put(folder.resolve("config/pipelines/shop.yaml"), PIPELINE);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
