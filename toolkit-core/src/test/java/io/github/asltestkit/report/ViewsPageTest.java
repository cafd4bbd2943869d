package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.browser.Browser;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.mutation.Mutant;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a person sees of mutants and of an exploration, in a real browser: the tab beside the coverage of a definition, and
 * the page beside those of the tests. Pictures go to -Dreport.pictures=FOLDER.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ViewsPageTest {
    private static final String NAME = "orders.asl.json";
    private static final String MUTANTS = "#mutants/" + NAME;
    private static final String RULE = "A run waits until the quota of the service ends it.";

    private static final String ORDERS = """
            {
              "StartAt": "Is it a large order?",
              "States": {
                "Is it a large order?": {
                  "Type": "Choice",
                  "Choices": [
                    {
                      "Variable": "$.total",
                      "NumericGreaterThan": 100,
                      "Next": "Reserve the stock of a large order"
                    }
                  ],
                  "Default": "Charge the customer"
                },
                "Reserve the stock of a large order": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::batch:submitJob.sync",
                  "Parameters": {
                    "JobName": "reserve",
                    "JobQueue": "arn:aws:batch:us-east-1:123456789012:job-queue/the-queue-of-all-jobs-that-reserve-stock-of-large-orders",
                    "JobDefinition": "reserve:3"
                  },
                  "ResultPath": null,
                  "Next": "Charge the customer"
                },
                "Charge the customer": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {
                    "FunctionName": "charge",
                    "Payload": {
                      "amount.$": "$.total"
                    }
                  },
                  "Retry": [
                    {
                      "ErrorEquals": ["Bank.Busy"],
                      "IntervalSeconds": 30,
                      "MaxAttempts": 2,
                      "BackoffRate": 2
                    }
                  ],
                  "Catch": [
                    {
                      "ErrorEquals": ["Payment.Declined"],
                      "Next": "Declined"
                    }
                  ],
                  "Next": "Shipped"
                },
                "Shipped": {
                  "Type": "Succeed"
                },
                "Declined": {
                  "Type": "Fail",
                  "Error": "Payment.Declined",
                  "Cause": "The bank of the customer declined the payment, and the stock is free again."
                }
              }
            }
            """;

    private static Browser browser;
    private static Path index;
    private static String exploration;

    @BeforeAll
    static void a_report_with_mutants_and_an_exploration(@TempDir Path folder) throws Exception {
        browser = Browser.start(folder);
        Path first = new Runs().test("a_large_order", ordered(machine())).in(folder.resolve("first"), "a");
        RunReport tested = RunReport.read(List.of(first));

        Runs runs = new Runs().test("a_large_order", ordered(machine()));
        mutate(runs, tested);
        TestedBy explored = explored(runs);
        RunReport.read(List.of(runs.in(folder.resolve("runs"), "a"))).write(folder.resolve("report"));
        index = folder.resolve("report/index.html");
        exploration = "#test/" + explored.slug();
    }

    private static StateMachine machine() {
        return StateMachine.parse(NAME, ORDERS);
    }

    private static StateMachineHarness scripted(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mockService("batch", "submitJob").jobSucceedsAfter(Duration.ofHours(6), "{}");
        harness.mockService("lambda", "invoke").returns("{\"Payload\": {\"paid\": true}}");
        return harness;
    }

    private static StateMachineHarness ordered(StateMachine machine) {
        StateMachineHarness harness = scripted(machine);
        harness.run("{\"total\": 500}");
        return harness;
    }

    /** Runs the test with each of the mutants that it reaches. */
    private static void mutate(Runs runs, RunReport tested) throws IOException {
        StateMachine machine = machine();
        DefinitionOutline outline = CoverageCounter.of(machine.definition(), NAME, "shop/src/main/resources/" + NAME)
                .outline();
        String key = runs.recorder().addMutants(machine.definition(), machine::mutants, null);
        assertThat(key).isEqualTo(outline.key());
        String test = tested.tests().get(0).by().id();
        for (Mutant mutant : machine.mutants().all()) {
            if (!RecordedMutations.coveredBy(outline, mutant, tested.tests()).isEmpty()) {
                TestVerdict verdict = verdict(machine.withMutant(mutant.id()));
                runs.recorder().addVerdicts(key, mutant.id(), Map.of(test, verdict), null, 2);
            }
        }
    }

    /** The test asks for nothing but success. */
    private static TestVerdict verdict(StateMachine mutated) {
        try {
            ExecutionStatus status = ordered(mutated).executions().get(0).status();
            return status == ExecutionStatus.SUCCEEDED
                    ? new TestVerdict(MutantStatus.SURVIVED, null)
                    : new TestVerdict(MutantStatus.KILLED, "Expected SUCCEEDED but was: " + status);
        } catch (RuntimeException | AssertionError noticed) {
            return new TestVerdict(
                    MutantStatus.KILLED,
                    String.valueOf(noticed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static TestedBy explored(Runs runs) throws IOException {
        Exploration explored = scripted(machine()).explore("{\"total\": 500}").failures(1);
        ExploredRun waiting = explored.result().runs().stream()
                .filter(ExploredRun::waitsForTheQuota)
                .findFirst()
                .orElseThrow();
        explored.noteCounterexample(RULE, waiting);
        TestedBy test = new TestedBy(
                "shop|[method:every_order_ends]|exploration",
                "shop.OrderTest",
                "every_order_ends (exploration: " + explored.result().extent() + ")",
                TestedBy.Status.FAILED,
                RULE,
                1);
        runs.recorder().add(test, explored);
        return test;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void a_window_of_usual_size() {
        browser.size(1280, 800);
    }

    private static void open(String fragment) {
        browser.open(index.toUri() + fragment);
        browser.until("!document.querySelector('.loading') && document.querySelector('#page h1')");
        browser.until("location.hash.indexOf('#test/') || document.querySelector('.graph .state')");
    }

    private static JsonNode texts(String selector) {
        return browser.run("[...document.querySelectorAll(" + '"' + selector + '"'
                + ")].map(one => one.innerText.replace(/\\s+/g, ' ').trim())");
    }

    private static String text(String selector) {
        return browser.run("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    private static boolean seen(String element) {
        return browser.run("(() => { const r = (" + element + ").getBoundingClientRect();"
                        + " const top = document.elementFromPoint(r.x + Math.min(r.width, 40) / 2, r.y + r.height / 2);"
                        + " return !!top && (top === (" + element + ") || (" + element + ").contains(top)); })()")
                .asBoolean();
    }

    @Test
    void the_tab_of_mutants_is_reached_from_the_definition_by_mouse_and_back() {
        open("#definition/" + NAME);
        assertThat(texts(".tabs a")).hasToString("[\"Coverage\",\"Mutants\"]");
        assertThat(text(".tabs [aria-current=page]")).isEqualTo("Coverage");

        browser.click(".tabs a:last-child");
        browser.until("document.querySelector('#mutants')");
        assertThat(browser.run("location.hash").asText()).isEqualTo(MUTANTS);
        assertThat(text(".tabs [aria-current=page]")).isEqualTo("Mutants");
        assertThat(text("h1")).isEqualTo(NAME);

        browser.click(".tabs a:first-child");
        browser.until("document.querySelector('.asl .state')");
        assertThat(browser.run("location.hash").asText()).isEqualTo("#definition/" + NAME);
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void a_keyboard_alone_reaches_the_tab_and_goes_from_a_survivor_to_its_line() {
        open("#definition/" + NAME);
        tabTo("document.activeElement.textContent === 'Mutants'");
        assertThat(browser.run("getComputedStyle(document.activeElement).outlineStyle")
                        .asText())
                .as("the focus is seen")
                .isEqualTo("solid");
        browser.keys("Enter");
        browser.until("document.querySelector('#mutants')");

        browser.size(1280, 500);
        browser.run("[...document.querySelectorAll('#mutants .missed .place')].pop().focus()");
        String line = browser.run("document.activeElement.dataset.line").asText();
        browser.keys("Enter");
        assertThat(seen("document.querySelector('#line-" + line + " .text')"))
                .as("line " + line)
                .isTrue();
    }

    private static void tabTo(String there) {
        for (int i = 0; i < 30 && !browser.run(there).asBoolean(); i++) {
            browser.keys("Tab");
        }
        assertThat(browser.run(there).asBoolean()).as(there).isTrue();
    }

    @Test
    void an_address_of_the_tab_opens_it_and_the_overview_leads_to_it() {
        open(MUTANTS);
        assertThat(browser.run("!!document.querySelector('#mutants')").asBoolean())
                .isTrue();
        assertThat(browser.run("location.hash").asText()).isEqualTo(MUTANTS);

        open("#");
        assertThat(texts("#definitions th"))
                .anySatisfy(head -> assertThat(head.asText()).isEqualTo("mutants noticed"));
        browser.click("#definitions a[href^='#mutants/']");
        browser.until("document.querySelector('#mutants')");
        assertThat(browser.run("location.hash").asText()).isEqualTo(MUTANTS);
    }

    @Test
    void survivors_stand_on_their_lines_with_what_would_notice_them() {
        open(MUTANTS);

        JsonNode groups = texts("#mutants summary");
        System.out.println("report: " + groups);
        assertThat(groups.toString()).contains("survived", "not reached by a test", "noticed");
        String survivor = "Charge the customer: ";
        JsonNode rows = browser.run("[...document.querySelectorAll('.source tr.mutant')].map(row => {"
                + " let of = row; while (!of.id) { of = of.previousElementSibling; }"
                + " return [of.querySelector('.text').textContent.trim(), row.innerText.trim()]; })");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.path(0).asText()).startsWith("\"MaxAttempts\": 2");
            assertThat(row.path(1).asText()).startsWith(survivor);
        });
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path(1).asText().lines())
                        .as("what it is, and what would notice it")
                        .hasSizeGreaterThanOrEqualTo(2));
        assertThat(browser.run("document.querySelectorAll('#mutants .missed').length")
                        .asInt())
                .as("the list beside them has the same ones")
                .isEqualTo(rows.size());
        assertThat(browser.run(
                                "(() => { const pane = document.querySelector('#source').getBoundingClientRect();"
                                        + " return [...document.querySelectorAll('.source tr.mutant div')].filter(e => {"
                                        + " const r = e.getBoundingClientRect(); return r.left < pane.left || r.right > pane.right; }).length; })()")
                        .asInt())
                .as("what one would have to scroll to read")
                .isZero();
        assertThat(texts("#mutants .missed"))
                .anySatisfy(one -> assertThat(one.asText())
                        .contains("\"NumericGreaterThan\": 100 becomes \"NumericGreaterThanEquals\": 100"))
                .anySatisfy(one ->
                        assertThat(one.asText()).contains("\"Next\": \"Charge the customer\" becomes \"End\": true"));
        assertThat(texts("#mutants .missed .was"))
                .allSatisfy(was -> assertThat(was.asText()).isNotEmpty());
    }

    @Test
    void a_mutant_that_was_noticed_leads_to_the_test_that_did() {
        open(MUTANTS);
        browser.run("document.querySelectorAll('#mutants details').forEach(one => { one.open = true; })");
        browser.click("#mutants a[href^='#test/']");
        browser.until("document.querySelector('.graph .state')");
        assertThat(text("h1")).isEqualTo("a_large_order");
    }

    @Test
    void an_exploration_has_its_table_of_outcomes_and_its_counterexample_on_the_graph() {
        open("#");
        browser.click(".tests tbody a[href*='exploration']");
        browser.until("document.querySelector('.graph .state')");
        assertThat(browser.run("location.hash").asText()).isEqualTo(exploration);

        String about = text("#page .about");
        assertThat(about)
                .contains(RULE, "Reserve the stock of a large order@1.1 job-never-ends", "RUNNING until the quota");
        assertThat(browser.run("document.querySelector('#page .about').getClientRects().length > 0")
                        .asBoolean())
                .isTrue();
        assertThat(texts(".about pre").get(0).asText()).contains("6h to 6h30s");
        assertThat(text(".flow h3"))
                .as("where the counterexample waits")
                .isEqualTo("Reserve the stock of a large order RUNNING");
        assertThat(text("details[open] h2")).as("the run that is open").contains("job-never-ends");
        assertThat(browser.run("[...document.querySelectorAll('.graph .state.walk')].map(e => e.dataset.pointer)"))
                .as("the path of the counterexample")
                .hasToString("[\"/States/Is it a large order?\",\"/States/Reserve the stock of a large order\"]");
        assertThat(browser.problems()).isEmpty();
    }

    /** Text that is wider or higher than what shows it, and boxes of text that lie over one another. */
    private static final String FLAWS = """
            (() => {
              const flaws = [];
              const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
              document.querySelectorAll('.timeline .visit').forEach(visit => {
                const body = visit.querySelector('rect.body').getBoundingClientRect();
                visit.querySelectorAll('text:not(.beat)').forEach(name => {
                  if (name.getBoundingClientRect().right > body.right) { flaws.push('over its box: ' + name.textContent); }
                });
              });
              const shown = [...document.querySelectorAll('#page *, header *')].filter(e => e.getClientRects().length
                && !e.closest('svg') && e.checkVisibility());
              shown.forEach(e => {
                const style = getComputedStyle(e);
                if (['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1) {
                  flaws.push('cut: ' + e.outerHTML.slice(0, 90));
                }
              });
              if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
                flaws.push('the page is wider than the window');
              }
              const text = shown.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
              const boxes = [];
              text.forEach(e => {
                const range = document.createRange();
                [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).forEach(n => {
                  range.selectNodeContents(n);
                  [...range.getClientRects()].forEach(r => { if (r.width > 1) { boxes.push([e, r]); } });
                });
              });
              boxes.forEach(([e, r]) => {
                for (let up = e; up && up !== document.body; up = up.parentElement) {
                  if (scrolls(up)) { return; }
                }
                if (r.right > document.documentElement.clientWidth + 1) {
                  flaws.push('beyond the window: ' + e.textContent.slice(0, 60));
                }
                const cell = e.closest('td, th, button, summary, .box');
                if (cell && (r.right > cell.getBoundingClientRect().right + 1)) {
                  flaws.push('beyond its box: ' + e.textContent.slice(0, 60));
                }
              });
              const clip = ([e, r]) => {
                let [l, t, b, x] = [r.left, r.top, r.bottom, r.right];
                for (let up = e; up && up !== document.body; up = up.parentElement) {
                  if (scrolls(up)) {
                    const c = up.getBoundingClientRect();
                    [l, t, b, x] = [Math.max(l, c.left), Math.max(t, c.top), Math.min(b, c.bottom), Math.min(x, c.right)];
                  }
                }
                return [e, l + 1, t + 3, x - 1, b - 3];
              };
              const clipped = boxes.filter(([e]) => !e.closest('header')).map(clip).filter(b => b[3] > b[1] && b[4] > b[2]);
              clipped.forEach((a, i) => clipped.slice(i + 1).forEach(b => {
                if (a[0] !== b[0] && a[1] < b[3] && b[1] < a[3] && a[2] < b[4] && b[2] < a[4]) {
                  flaws.push('overlap: ' + a[0].textContent.slice(0, 50) + ' | ' + b[0].textContent.slice(0, 50));
                }
              }));
              return flaws;
            })()""";

    /** Text whose colour is too near to what is behind it, for WCAG AA. */
    private static final String FAINT = """
            (() => {
              const parts = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
              const light = ([r, g, b]) => [[r, 0.2126], [g, 0.7152], [b, 0.0722]].reduce((sum, [c, weight]) => {
                const part = c / 255;
                return sum + weight * (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
              }, 0);
              const ground = e => {
                for (let up = e; up; up = up.parentElement) {
                  const colour = parts(getComputedStyle(up).backgroundColor);
                  if (colour.length === 3 || colour[3] > 0) { return colour; }
                }
                return [255, 255, 255];
              };
              return [...document.querySelectorAll('#page *')].filter(e => e.checkVisibility() && !e.closest('svg') && !e.disabled
                && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
                const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))];
                return [e.textContent.slice(0, 40), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
              }).filter(one => one[1] < 4.5).map(String);
            })()""";

    @ParameterizedTest
    @CsvSource({"mutants, false", "mutants, true", "exploration, false", "exploration, true"})
    void nothing_is_cut_faint_or_over_something_else(String what, boolean dark) throws IOException {
        browser.dark(dark);
        for (int width : new int[] {1280, 700}) {
            browser.size(width, 800);
            open(what.equals("mutants") ? MUTANTS : exploration);
            String keep = System.getProperty("report.pictures");
            if (keep != null) {
                browser.picture(Path.of(keep, what + "-" + width + (dark ? "-dark" : "-light") + ".png"));
                browser.size(width, 2600);
                browser.picture(Path.of(keep, what + "-" + width + (dark ? "-dark" : "-light") + "-whole.png"));
                browser.size(width, 800);
            }
            assertThat(browser.run("document.documentElement.dataset.theme").asText())
                    .isEqualTo(dark ? "dark" : "light");
            assertThat(browser.run(FLAWS)).as("at a width of " + width).isEmpty();
            browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            assertThat(browser.run(FLAWS))
                    .as("unfolded, at a width of " + width)
                    .isEmpty();
            assertThat(browser.run(FAINT)).isEmpty();
        }
        browser.dark(false);
        assertThat(browser.problems()).isEmpty();
    }
}
