/** Request templates in Liquid, rendered by liqp under tight limits, and the defaults they start from. */
package io.integrationshub.provisioner.template;
