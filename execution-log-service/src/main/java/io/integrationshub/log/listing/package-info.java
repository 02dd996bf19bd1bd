/** What the API and the pages have in common: the query and the cursor of a list of executions, and the evidence of one. */
package io.integrationshub.log.listing;
