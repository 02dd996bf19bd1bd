package io.integrationshub.config.domain;

/** A page that has to be filled in before the draft can be finished, and with what. */
public record Gap(PageName page, String code, String detail) {}
