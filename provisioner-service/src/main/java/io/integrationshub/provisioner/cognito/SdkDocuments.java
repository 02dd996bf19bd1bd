package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Between documents and the SDK's types, for whatever members these types have: a template can set every member that AWS knows
 * without a line of code for it.
 */
final class SdkDocuments {
    private SdkDocuments() {}

    /** What the answer holds; members that AWS left out are absent. */
    static Document read(SdkPojo pojo) {
        return new Document(members(pojo));
    }

    private static Map<String, Object> members(SdkPojo pojo) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.put(field.memberName(), plain(value));
            }
        }
        return members;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SdkPojo nested -> members(nested);
            case software.amazon.awssdk.core.document.Document free -> FreeDocuments.plain(free);
            case List<?> list -> list.stream().map(SdkDocuments::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
                yield copy;
            }
            case String text -> text;
            case Boolean flag -> flag;
            case Number number -> number;
            default -> value.toString();
        };
    }

    /**
     * Fills a request.
     *
     * @throws ProvisioningException INPUT, for a member that the request does not have or a value of the wrong type
     */
    static <B extends SdkPojo> B write(B builder, Document document) {
        fill(builder, document.members(), "");
        return builder;
    }

    private static void fill(SdkPojo builder, Map<?, ?> members, String parent) {
        Map<String, SdkField<?>> fields = new LinkedHashMap<>();
        builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
        members.forEach((name, value) -> {
            String path = parent + name;
            SdkField<?> field = fields.get(String.valueOf(name));
            if (field == null) {
                throw refusal(path + " is not a member of this request");
            }
            if (value != null) {
                field.set(builder, typed(field, value, path));
            }
        });
    }

    private static Object typed(SdkField<?> field, Object value, String path) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO && value instanceof Map<?, ?> map) {
            SdkPojo nested = field.constructor().get();
            fill(nested, map, path + ".");
            return ((Buildable) nested).build();
        }
        if (type == MarshallingType.LIST && value instanceof List<?> list) {
            SdkField<?> item = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            for (Object each : list) {
                items.add(typed(item, each, path + "[" + items.size() + "]"));
            }
            return items;
        }
        if (type == MarshallingType.MAP && value instanceof Map<?, ?> map) {
            SdkField<?> item = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> items = new LinkedHashMap<>();
            map.forEach((key, each) -> items.put(String.valueOf(key), typed(item, each, path + "." + key)));
            return items;
        }
        return type == MarshallingType.DOCUMENT ? FreeDocuments.of(value) : scalar(type, value, path);
    }

    private static Object scalar(MarshallingType<?> type, Object value, String path) {
        return switch (value) {
            case String text when type == MarshallingType.STRING -> text;
            case String base64 when type == MarshallingType.SDK_BYTES -> bytes(base64, path);
            case Boolean flag when type == MarshallingType.BOOLEAN -> flag;
            case Integer number when type == MarshallingType.INTEGER -> number;
            case Number number when type == MarshallingType.LONG -> number.longValue();
            default ->
                throw refusal(path + " must be a " + type.getTargetClass().getSimpleName());
        };
    }

    private static SdkBytes bytes(String base64, String path) {
        try {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw refusal(path + " must be Base64");
        }
    }

    private static ProvisioningException refusal(String message) {
        return ProvisioningException.input("INVALID_TEMPLATE", message, "template");
    }
}
