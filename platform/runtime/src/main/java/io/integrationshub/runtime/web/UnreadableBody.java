package io.integrationshub.runtime.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.integrationshub.runtime.web.Problems.FieldError;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a request body that could not be read: where, and what was expected, but never what was there. */
final class UnreadableBody {
    private static final int LONGEST_NAME = 64;

    private UnreadableBody() {}

    static FieldError error(JacksonException thrown) {
        return switch (thrown) {
            case UnrecognizedPropertyException unknown ->
                new FieldError(
                        pointer(unknown),
                        "UNKNOWN_MEMBER",
                        "There is no such member here. Known are: " + known(unknown.getKnownPropertyIds()) + ".");
            case MismatchedInputException mismatch ->
                new FieldError(
                        pointer(mismatch), "WRONG_TYPE", "Here has to be " + expected(mismatch.getTargetType()) + ".");
            case JsonMappingException mapping ->
                new FieldError(pointer(mapping), "MALFORMED_JSON", "This value could not be read as JSON.");
            default -> new FieldError("", "MALFORMED_JSON", "The body is not valid JSON" + position(thrown) + ".");
        };
    }

    private static String pointer(JsonMappingException thrown) {
        return thrown.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? Integer.toString(step.getIndex()) : name(step.getFieldName()))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String name(String name) {
        String printable =
                name.replaceAll("[^\\x20-\\x7e]", "?").replace("~", "~0").replace("/", "~1");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME);
    }

    private static String known(@Nullable Collection<Object> names) {
        return names == null || names.isEmpty()
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of another type";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String position(JacksonException thrown) {
        return thrown.getLocation() == null
                ? ""
                : " at line " + thrown.getLocation().getLineNr() + ", column "
                        + thrown.getLocation().getColumnNr();
    }
}
