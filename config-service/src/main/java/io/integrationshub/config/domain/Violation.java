package io.integrationshub.config.domain;

/**
 * One value of a page that cannot stay as it is.
 *
 * @param pointer JSON pointer into the page, for example {@code /aws/region}
 * @param code the machine's word
 * @param detail what is wrong and what would be right; never quotes what was entered
 */
public record Violation(String pointer, String code, String detail) {}
