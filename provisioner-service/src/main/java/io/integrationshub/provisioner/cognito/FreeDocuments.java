package io.integrationshub.provisioner.cognito;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;

/** Members that AWS's service model leaves free, between plain values and the SDK's type for them. */
final class FreeDocuments {
    private FreeDocuments() {}

    static Document of(Object value) {
        return switch (value) {
            case null -> Document.fromNull();
            case Map<?, ?> map -> {
                Map<String, Document> members = new LinkedHashMap<>();
                map.forEach((name, item) -> members.put(String.valueOf(name), of(item)));
                yield Document.fromMap(members);
            }
            case List<?> list ->
                Document.fromList(list.stream().map(FreeDocuments::of).toList());
            case Boolean flag -> Document.fromBoolean(flag);
            case Number number -> Document.fromNumber(SdkNumber.fromString(number.toString()));
            default -> Document.fromString(value.toString());
        };
    }

    static Object plain(Document document) {
        if (document.isMap()) {
            Map<String, Object> members = new LinkedHashMap<>();
            document.asMap().forEach((name, item) -> members.put(name, plain(item)));
            return members;
        }
        if (document.isList()) {
            return document.asList().stream().map(FreeDocuments::plain).toList();
        }
        if (document.isNumber()) {
            return new BigDecimal(document.asNumber().stringValue());
        }
        return document.isBoolean() ? document.asBoolean() : document.isNull() ? null : document.asString();
    }
}
