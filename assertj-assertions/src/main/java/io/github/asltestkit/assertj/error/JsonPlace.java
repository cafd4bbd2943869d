package io.github.asltestkit.assertj.error;

/**
 * What a JSON value is, for messages.
 *
 * @param sentence such as {@code Output of the execution of order.asl.json}
 * @param why the reason and the place to show with it
 */
public record JsonPlace(String sentence, Why why) {

    /** Whether it is parameters that the sentence speaks of. */
    boolean isPlural() {
        return sentence.startsWith("Parameters ");
    }

    public JsonPlace at(String path) {
        String whole = Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
        return new JsonPlace(path + " of " + (whole.startsWith("the ") ? "" : "the ") + whole, why);
    }
}
