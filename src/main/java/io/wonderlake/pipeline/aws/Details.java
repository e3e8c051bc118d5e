package io.wonderlake.pipeline.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// What an event of an execution tells beside its type. Each type keeps it in a field of its own; here they are alike.
record Details(Map<String, String> values) {

    static Details of(HistoryEvent event) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SdkField<?> field : event.sdkFields()) {
            if (field.memberName().endsWith("EventDetails") && field.getValueOrDefault(event) instanceof SdkPojo details) {
                for (SdkField<?> one : details.sdkFields()) {
                    Object value = one.getValueOrDefault(details);
                    if (value instanceof String || value instanceof Number) {
                        values.put(one.memberName(), String.valueOf(value));
                    }
                }
            }
        }
        return new Details(values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }
}
