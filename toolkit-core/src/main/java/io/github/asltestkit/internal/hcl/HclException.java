package io.github.asltestkit.internal.hcl;

/** A text that Terraform would refuse, with the place. */
public final class HclException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span at;
    private final boolean fileMissing;

    /**
     * A problem of a text.
     *
     * @param message what Terraform would refuse
     */
    public HclException(String message, Span at) {
        this(message, at, false);
    }

    private HclException(String message, Span at, boolean fileMissing) {
        super(message, null, false, false);
        this.at = at;
        this.fileMissing = fileMissing;
    }

    /** A text that names a file which is not there, or cannot be read. */
    public static HclException missingFile(String file, Span at) {
        return new HclException("The file " + file + " cannot be read", at, true);
    }

    /** Where the problem is. */
    public Span at() {
        return at;
    }

    /** Whether a file that the text names is what is missing. */
    public boolean isFileMissing() {
        return fileMissing;
    }
}
