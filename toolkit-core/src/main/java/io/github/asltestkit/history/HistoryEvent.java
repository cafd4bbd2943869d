package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One event, in AWS's names.
 *
 * @param id its place in the history, counted from 1
 * @param previousEventId the id of the event that led to this one; 0 for the first two
 * @param timestamp on the virtual clock, or as recorded
 * @param type the event type
 * @param details the fields of its {@code ...EventDetails}; empty where the type has none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record HistoryEvent(
        long id, long previousEventId, Instant timestamp, HistoryEventType type, EventDetails details) {

    /** AWS's name of the type, also of one that this version does not know. */
    public String typeName() {
        if (type == HistoryEventType.UNKNOWN) {
            String name = details.besides().text("type");
            return name == null ? type.apiName() : name;
        }
        return type.apiName();
    }
}
