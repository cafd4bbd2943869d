package shop

import io.github.asltestkit.StateMachineHarness
import io.github.asltestkit.assertj.AslAssertions.assertThat
import io.github.asltestkit.junit.Injected
import io.github.asltestkit.junit.StateMachineTest
import org.junit.jupiter.api.Test
import java.math.BigDecimal
import java.time.Duration

// tag::test[]
@StateMachineTest("order.asl.json")
class OrderTest {
    @Test
    fun `a busy bank is asked again after two seconds`(harness: StateMachineHarness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns(mapOf("receipt" to "r-1"))
        harness.mock("AwaitParcel").callbackSucceedsAfter(Duration.ofMinutes(5), mapOf("signedBy" to "Kim"))

        val execution = harness.run("""{"order": 7, "total": 129.90}""")

        assertThat(execution)
            .hasSucceeded()
            .tookPath("ChargeCard", "AwaitParcel", "Delivered")
            .hasRunFor(Duration.ofMinutes(5).plusSeconds(2))
    }
    // end::test[]

    // tag::field[]
    @Injected
    private lateinit var harness: StateMachineHarness

    @Test
    fun `a harness is a property that is set late`() {
        harness.mockLambda("charge-card").fails("Card.Declined", "no funds")

        assertThat(harness.run(mapOf("order" to 7))).failedWith("Card.Declined")
    }
    // end::field[]

    // tag::typed[]
    data class Charge(val order: Int, val total: BigDecimal, val currency: String = "EUR")

    data class Receipt(val receipt: String)

    @Test
    fun `an answer is computed from a data class`(harness: StateMachineHarness) {
        harness.mockLambda("charge-card").answers(Charge::class.java) { Receipt("${it.order}-${it.total}-${it.currency}") }
        harness.mock("AwaitParcel").callbackSucceedsAfter(Duration.ofMinutes(5), mapOf("signedBy" to "Kim"))

        val execution = harness.run(mapOf("order" to 7, "total" to BigDecimal("129.90")))

        assertThat(execution).state("ChargeCard").output().node("/receipt").isEqualTo("7-129.90-EUR")
    }
    // end::typed[]
}
