package io.integrationshub.sso.commerce;

/**
 * A place that may be called.
 *
 * @param text as in the allow-list
 * @param onThisMachine the exception for a stand-in: plain HTTP, loopback addresses and nothing else
 */
record Origin(String text, String host, int port, boolean onThisMachine) {}
