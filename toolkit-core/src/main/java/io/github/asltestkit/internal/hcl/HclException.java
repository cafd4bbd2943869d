package io.github.asltestkit.internal.hcl;

/** A text that Terraform would refuse, with the place. */
public final class HclException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span at;

    /**
     * A problem of a text.
     *
     * @param message what Terraform would refuse
     */
    public HclException(String message, Span at) {
        super(message, null, false, false);
        this.at = at;
    }

    /** Where the problem is. */
    public Span at() {
        return at;
    }
}
