package io.integrationshub.config.web;

/**
 * A piece of a template's text.
 *
 * @param kept a member that must stay in the template
 */
public record Piece(String text, boolean kept) {}
