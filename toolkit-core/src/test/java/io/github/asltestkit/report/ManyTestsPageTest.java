package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.browser.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person sees of a run of ten thousand tests, and of a distributed Map of many items, in a real browser.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ManyTestsPageTest {
    private static final int TESTS = 10_000;
    private static final int ITEMS = 1_200;
    private static final long FIVE_MEGABYTES = 5_000_000;
    private static final int MOST_ELEMENTS = 4_000;

    private static Browser browser;
    private static Path many;
    private static Path children;

    @BeforeAll
    static void two_reports(@TempDir Path folder) throws Exception {
        browser = Browser.start(folder);
        ManyTests.write(folder, TESTS, 1);
        many = folder.resolve("report/index.html");
        Path runs = new Runs().test("each_item_is_charged", charged()).in(folder.resolve("runs"), "a");
        RunReport.read(List.of(runs)).write(folder.resolve("children"));
        children = folder.resolve("children/index.html");
    }

    /** A distributed Map whose every hundredth item is declined. */
    private static StateMachineHarness charged() {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("items.asl.json", """
                {"StartAt": "Each item", "States": {"Each item": {"Type": "Map", "End": true, "ToleratedFailurePercentage": 100,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Charge", "States": {"Charge": {"Type": "Choice", "Default": "Charged", "Choices": [
                        {"Variable": "$.declined", "BooleanEquals": true, "Next": "Declined"}]},
                      "Charged": {"Type": "Succeed"}, "Declined": {"Type": "Fail", "Error": "Bank.Declined"}}}}}}"""),
                HarnessOptions.defaults().withMapRunDetail(ITEMS, ITEMS));
        harness.run(IntStream.range(0, ITEMS)
                .mapToObj(i -> "{\"declined\": " + (i % 100 == 7) + "}")
                .collect(Collectors.joining(",", "[", "]")));
        return harness;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(Path index, String fragment) {
        browser.open(index.toUri() + fragment);
        browser.until("!document.querySelector('.loading') && document.querySelector('#page h1')");
    }

    private static JsonNode tests(String of) {
        return browser.run("(() => { const list = document.querySelector('.tests');"
                + " const rows = [...list.querySelectorAll('tbody tr')]; return " + of + "; })()");
    }

    private static String count() {
        return browser.run("document.querySelector('[role=search] [role=status]').textContent")
                .asText();
    }

    @Test
    void ten_thousand_tests_open_on_a_hundred_of_them_the_failed_ones_first() throws Exception {
        open(many, "");
        int shown = browser.run("Math.round(performance.now())").asInt();

        assertThat(count()).isEqualTo("10,000 tests");
        assertThat(tests("rows.length").asInt()).isEqualTo(100);
        assertThat(tests("rows.slice(0, 11).map(row => row.cells[1].textContent.trim())"))
                .hasToString("[\"FAILED\",\"FAILED\",\"FAILED\",\"FAILED\",\"FAILED\",\"FAILED\",\"FAILED\",\"FAILED\","
                        + "\"FAILED\",\"FAILED\",\"PASSED\"]");
        assertThat(browser.run("document.querySelectorAll('*').length").asInt()).isLessThan(MOST_ELEMENTS);
        assertThat(Files.size(many)).isLessThan(FIVE_MEGABYTES);
        System.out.println(
                "report: 10,000 tests, index of " + Files.size(many) / 1_000 + " kB, listed after " + shown + " ms");
        if (System.getProperty("report.pictures") != null) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.dark(dark);
                open(many, "");
                browser.picture(
                        Path.of(System.getProperty("report.pictures"), "many-" + (dark ? "dark" : "light") + ".png"));
            }
            browser.dark(false);
        }
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void they_are_searched_filtered_and_paged() {
        open(many, "");
        browser.run("document.querySelector('[role=search] input').focus()");
        browser.type("order_of_4711_items");
        browser.until("document.querySelectorAll('.tests tbody tr').length === 1");
        assertThat(count()).isEqualTo("1 test");

        open(many, "");
        browser.run("(() => { const status = document.querySelector('[aria-label=Status]'); status.value = 'FAILED';"
                + " status.dispatchEvent(new Event('input')); })()");
        assertThat(count()).isEqualTo("10 tests");

        open(many, "");
        browser.click(".tests .pager button:last-child");
        assertThat(browser.run("document.querySelector('.tests .pager span').textContent")
                        .asText())
                .isEqualTo("101 to 200 of 10,000");
        assertThat(tests("rows.length").asInt()).isEqualTo(100);
    }

    @Test
    void a_test_among_them_has_an_address_and_its_executions_are_loaded_when_it_is_opened() {
        open(many, "");
        browser.run("document.querySelector('[role=search] input').focus()");
        browser.type("order_of_4711_items");
        browser.until("document.querySelectorAll('.tests tbody tr').length === 1");
        browser.click(".tests tbody a");
        browser.until(
                "(document.querySelector('#page h1') || document.body).textContent.indexOf('order_of_4711') >= 0 && !document.querySelector('.tests')");
        String address = browser.run("location.hash").asText();

        open(many, address);
        browser.until("document.querySelector('.asl .state')");
        assertThat(browser.run("document.querySelector('#page').textContent").asText())
                .contains("an_order_of_4711_items_is_shipped_to_the_customer", "Bank.Busy");
    }

    @Test
    void child_executions_of_a_distributed_Map_are_paged_the_unsuccessful_ones_first() {
        open(children, "");
        browser.click(".tests tbody a");
        browser.until("document.querySelector('.children table')");

        String text = browser.run("document.querySelector('.children').closest('section').textContent")
                .asText();
        assertThat(text)
                .contains(
                        "Child executions of Each item",
                        "1,200 child executions, 12 of them unsuccessful",
                        "1 to 50 of 1,200");
        JsonNode rows = rows("row.cells[1].textContent.trim() + ' ' + row.cells[2].textContent.trim()");
        assertThat(rows.size()).isEqualTo(50);
        assertThat(rows.get(0).asText()).isEqualTo("FAILED Bank.Declined in Declined");
        assertThat(rows.get(11).asText()).startsWith("FAILED ");
        assertThat(rows.get(12).asText()).startsWith("SUCCEEDED");
        assertThat(browser.run("document.querySelector('.children tbody a').getAttribute('href')")
                        .asText())
                .as("the first child's own part of the page")
                .startsWith("#");

        browser.click(".children .pager button:last-child");
        assertThat(browser.run("document.querySelector('.children .pager span').textContent")
                        .asText())
                .isEqualTo("51 to 100 of 1,200");
        assertThat(browser.problems()).isEmpty();
    }

    private static JsonNode rows(String of) {
        return browser.run("[...document.querySelectorAll('.children tbody tr')].map(row => " + of + ")");
    }
}
