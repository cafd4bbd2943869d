package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A Retrier or Catcher that no run entered.
 *
 * @param state the name of its state
 * @param field {@code Retry[0]} or {@code Catch[1]}
 * @param errorEquals the errors that it names
 * @param place where it stands, such as {@code order.asl.json:41:9  /States/ChargeCard/Catch/1}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DeadHandler(String state, String field, List<String> errorEquals, String place) {

    /** Such as {@code Catch[1] of ChargeCard, ErrorEquals [Payment.Declined]}. */
    @Override
    public String toString() {
        return field + " of " + state + ", ErrorEquals " + errorEquals;
    }
}
