/** The hub pages: HTML of everything a store admin does. Without JavaScript they work; with it they keep what was typed and stay fresh. */
package io.integrationshub.config.web;
