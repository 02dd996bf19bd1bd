package io.integrationshub.acceptance.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a secret can look where it must not be: name of the encoding to the text to search for. */
final class SecretForms {
    private SecretForms() {}

    static Map<String, String> of(String secret) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("raw", secret);
        forms.put("first half", secret.substring(0, secret.length() / 2));
        forms.put("second half", secret.substring(secret.length() / 2));
        forms.put("reversed", new StringBuilder(secret).reverse().toString());
        for (int shift = 0; shift < 3; shift++) {
            String base64 = base64(secret, shift);
            forms.put("base64 at " + shift, base64);
            forms.put("base64url at " + shift, base64.replace('+', '-').replace('/', '_'));
        }
        String hex = HexFormat.of().formatHex(bytes(secret));
        forms.put("hex", hex);
        forms.put("HEX", hex.toUpperCase(Locale.ROOT));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("URL-encoded", form);
        forms.put("url-encoded", lowerCaseEscapes(form));
        forms.put("JSON", secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.put("JSON with slashes", forms.get("JSON").replace("/", "\\/"));
        forms.put(
                "JSON for HTML",
                forms.get("JSON")
                        .replace("&", "\\u0026")
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("'", "\\u0027"));
        forms.put(
                "HTML",
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"));
        forms.put("UTF-16", new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        return forms;
    }

    /** Base64 of a text that has the secret behind {@code shift} (modulo 3) other bytes, without what neighbours decide. */
    private static String base64(String secret, int shift) {
        byte[] raw = bytes(secret);
        byte[] shifted = new byte[shift + raw.length];
        System.arraycopy(raw, 0, shifted, shift, raw.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int begin = (shift * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return text.substring(begin, end);
    }

    private static String lowerCaseEscapes(String form) {
        StringBuilder text = new StringBuilder(form);
        for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
            text.replace(at, at + 3, text.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
