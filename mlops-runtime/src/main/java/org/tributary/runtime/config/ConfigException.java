package org.tributary.runtime.config;

/**
 * All that is wrong with a configuration, told so that it can be mended in one go.
 *
 * <p>The message counts the faults and gives each an id, a place, the path of the key, the rule with the offending value, the
 * nearest valid name and the page of {@code docs/errors}. It is printed without a stack trace. The value of an environment
 * variable never stands in it.
 */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
