package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.browser.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser: a definition of thirty states, and two tests of it. */
class BrowserTest {
    private static final Pattern STATE = Pattern.compile("<g class=\"state ?([a-z ]*)\" data-pointer=\"([^\"]+)\"");

    private static String theme;
    private static String proto;
    private static String lost;
    private static String overview;
    private static String definition;
    private static String passed;
    private static String failed;
    private static String imported;
    private static String inChild;

    @BeforeAll
    static void a_report_in_a_browser_that_likes_it_dark(@TempDir Path folder) throws Exception {
        Path runs = new Runs()
                .test("a_large_order_is_approved", approved(), null, 1)
                .test("a_declined_card", declined(), "Expected SUCCEEDED\n  but was: FAILED </script><b>bold</b>", 1)
                .test("of the prototype", prototype(), null, 1)
                .test("rows_of_a_list", rows(), null, 1)
                .in(folder.resolve("runs"), "a");
        Path keep = Path.of(
                System.getProperty("report.keep", folder.resolve("report").toString()));
        RunReport.read(List.of(runs)).write(keep);
        Path index = keep.resolve("index.html");
        try (Browser browser = Browser.start(folder)) {
            browser.dark(true);
            overview = at(browser, index, "");
            theme = browser.run("document.documentElement.dataset.theme").asText();
            definition = at(browser, index, "#definition/" + key(index, "thirty-states"));
            proto = at(browser, index, "#definition/" + key(index, "proto"));
            passed = at(browser, index, "#test/" + slug(browser, "approved"));
            failed = at(browser, index, "#test/" + slug(browser, "declined"));
            browser.open(index.toUri() + "#test/" + slug(browser, "rows_of_a_list") + "/1");
            browser.until("document.querySelector('.graph .state')");
            imported = browser.run("document.getElementById('page').innerHTML").asText();
            browser.run("document.querySelector('[data-pointer=\"/States/Rows/ItemProcessor/States/Store\"]')"
                    + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
            inChild = browser.run("document.querySelector('.flow').innerHTML").asText();
            lost = at(browser, index, "#test/nothing%");
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** What the page shows at an address in it. */
    private static String at(Browser browser, Path index, String fragment) {
        browser.open(index.toUri() + fragment);
        browser.until("!document.querySelector('.loading') && document.querySelector('#page h1')");
        browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })");
        browser.until("[...document.querySelectorAll('.events')].every(one => one.firstChild)");
        browser.until("!document.getElementById('source') || document.getElementById('source').firstChild");
        browser.until("!document.querySelector('.graph') || document.querySelector('.graph .state')");
        return browser.run("document.getElementById('page').innerHTML").asText();
    }

    private static String slug(Browser browser, String part) {
        return browser.run("AslData.index(JSON.parse(document.getElementById('data').textContent)).tests"
                        + ".map(test => test.slug).filter(slug => slug.indexOf('" + part + "') >= 0)[0]")
                .asText();
    }

    private static String key(Path index, String name) throws IOException {
        return found(index, "\"key\":\"(" + name + "[^\"]+)\"").replace("#", "%23");
    }

    private static StateMachineHarness prototype() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "proto.asl.json",
                "{\"StartAt\":\"__proto__\",\"States\":{\"__proto__\":{\"Type\":\"Pass\",\"Next\":\"constructor\"},"
                        + "\"constructor\":{\"Type\":\"Succeed\"}}}"));
        harness.run();
        return harness;
    }

    private static StateMachineHarness rows() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("rows.asl.json", """
                {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "End": true, "ToleratedFailureCount": 1,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Store", "States": {"Store": {"Type": "Task",
                      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:store", "End": true}}}}}}"""));
        harness.mockLambda("store").returns("{}");
        harness.mockLambda("store").onItem(1).fails("Row.Broken", "no price");
        harness.run("[1, 2, 3]");
        return harness;
    }

    private static String found(Path index, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(index));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static StateMachineHarness approved() throws IOException {
        StateMachineHarness harness = harness();
        harness.mock("Charge card").fails("Bank.Busy", "try again").thenReturns("{\"Payload\": {}}");
        script(harness);
        harness.mock("Await approval").accepts();
        Execution execution = harness.start("{\"total\": 500, \"items\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}]}");
        harness.clock().advanceBy(Duration.ofMinutes(5));
        harness.sendTaskHeartbeat(execution.taskToken("Await approval"));
        harness.clock().advanceBy(Duration.ofMinutes(5));
        harness.sendTaskSuccess(execution.taskToken("Await approval"), "{\"by\": \"kim </script> <b>\"}");
        harness.runToEnd(execution);
        return harness;
    }

    private static StateMachineHarness declined() throws IOException {
        StateMachineHarness harness = harness();
        harness.mock("Charge card").fails("Payment.Declined", "no money");
        script(harness);
        harness.run("{\"total\": 50, \"items\": []}");
        return harness;
    }

    private static void script(StateMachineHarness harness) {
        harness.mock("Reserve stock").returns("{\"Payload\": {}}");
        harness.mock("Check address").returns("{\"Payload\": {}}");
        harness.mock("Ship").returns("{\"MessageId\": \"1\"}");
        harness.mock("Notify").returns("{\"MessageId\": \"1\"}");
        harness.mock("Release stock").returns("{\"Payload\": {}}");
    }

    private static StateMachineHarness harness() throws IOException {
        try (var stream = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("thirty-states.asl.json"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return StateMachineHarness.create(StateMachine.parse("thirty-states.asl.json", text));
        }
    }

    @Test
    void the_graph_of_an_execution_shows_what_its_child_executions_entered() {
        assertThat(imported)
                .containsPattern("class=\"state fail\" data-pointer=\"/States/Rows/ItemProcessor/States/Store\"");
        assertThat(inChild)
                .contains("In 3 stays of child executions", "href=\"#test/", "Row.Broken", "no price")
                .doesNotContain("did not enter");
    }

    @Test
    void the_overview_lists_definitions_and_tests_and_the_failed_one_first() {
        assertThat(overview)
                .contains("4 tests of 3 definitions<", "Expected SUCCEEDED")
                .containsPattern("(?s)a_declined_card.*a_large_order_is_approved")
                .containsPattern("href=\"#test/OrderTest\\.a_declined_card-[0-9a-f]+\"")
                .containsPattern("href=\"#definition/thirty-states\\.asl\\.json\"");
    }

    @Test
    void the_pages_are_dark_where_the_system_is() {
        assertThat(theme).isEqualTo("dark");
    }

    @Test
    void the_graph_of_a_definition_has_each_state_once_coloured_by_coverage() {
        List<String> states = STATE.matcher(definition)
                .results()
                .map(found -> found.group(2) + " " + found.group(1))
                .toList();

        assertThat(states).hasSize(30).doesNotHaveDuplicates();
        assertThat(states)
                .contains(
                        "/States/Validate full",
                        "/States/Charge card part",
                        "/States/Prepare full group",
                        "/States/Prepare/Branches/0/States/Reserve stock full",
                        "/States/Pack each/ItemProcessor/States/Pack full",
                        "/States/Archive none");
        assertThat(definition)
                .contains("role=\"toolbar\"", "Save as SVG")
                .contains("Catch[1] of Charge card, States.ALL, was never taken")
                .containsPattern("<tr class=\"none\" id=\"line-\\d+\"");
    }

    @Test
    void a_test_has_its_path_its_time_its_events_and_its_data() {
        assertThat(STATE.matcher(passed)
                        .results()
                        .filter(found -> found.group(1).contains("walk")))
                .hasSizeGreaterThan(15);
        assertThat(passed)
                .contains(
                        "<svg class=\"timeline\"", "class=\"attempt FAILED\"", "class=\"backoff\"", "Wait\" data-visit")
                .contains("heartbeat +5m", "waits before attempt 2", "Pack each[0]", "Pack each[1]", "Prepare[1]")
                .contains("TaskStateEntered", "after 2d10m2s of virtual time")
                .contains("<b>afterInputPath</b>");
    }

    @Test
    void a_failed_test_shows_its_failure_and_where_it_failed() {
        assertThat(failed)
                .contains("but was: FAILED &lt;/script&gt;&lt;b&gt;bold&lt;/b&gt;")
                .contains("Catch[0] caught the error", "Payment.Declined");
    }

    @Test
    void a_state_may_be_called_as_everything_in_JavaScript_is() {
        assertThat(STATE.matcher(proto).results().map(found -> found.group(2)))
                .containsExactlyInAnyOrder("/States/__proto__", "/States/constructor");
    }

    @Test
    void an_address_that_leads_nowhere_says_so_and_shows_the_overview() {
        assertThat(lost).contains("This report has nothing at #test/nothing%", "4 tests of 3 definitions<");
    }
}
