/** What the API and the pages have in common when they list executions: the query and the cursor. */
package io.integrationshub.log.listing;
