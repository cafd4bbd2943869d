package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.browser.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of machines of 30, 68 and 300 states, in a real browser. Pictures go to -Dreport.pictures=FOLDER. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class LargeMachinesTest {
    /** How much of the pane the graph takes in its longer direction. */
    private static final double FITTED = 0.9;

    private static Browser browser;
    private static Path index;

    @BeforeAll
    static void a_report_on_large_machines(@TempDir Path folder) throws Exception {
        browser = Browser.start(folder);
        LargeMachines.write(folder);
        index = folder.resolve("report/index.html");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String fragment) {
        browser.open(index.toUri() + fragment);
        browser.until("!document.querySelector('.loading') && document.querySelector('#page h1')");
    }

    private static void openMachine(int size) {
        open("#definition/machine-" + size + ".asl.json");
        browser.until("document.querySelector('.asl .state')");
    }

    /** Boxes of the window: left, top, right, bottom. */
    private static final String HELPERS = """
            const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
            const view = box(document.querySelector('.view'));
            const states = [...document.querySelectorAll('.asl .state')];
            const inside = (a, b, slack) => a[0] >= b[0] - slack && a[1] >= b[1] - slack
                && a[2] <= b[2] + slack && a[3] <= b[3] + slack;
            """;

    private static JsonNode look(String body) {
        return browser.run("(() => { " + HELPERS + body + " })()");
    }

    private static double scale() {
        return browser.run("(() => { const svg = document.querySelector('.asl');"
                        + " return svg.clientWidth / svg.viewBox.baseVal.width; })()")
                .asDouble();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 68, 300})
    void a_definition_opens_on_its_whole_graph(int size) {
        openMachine(size);

        assertThat(look("return states.length").asInt()).isEqualTo(size);
        assertThat(look("return states.filter(state => !inside(box(state.querySelector('.body')), view, 1)).length")
                        .asInt())
                .as("states out of sight")
                .isZero();
        JsonNode taken = look("const all = states.map(box); const span = (from, to) =>"
                + " Math.max(...all.map(b => b[to])) - Math.min(...all.map(b => b[from]));"
                + " return Math.max(span(0, 2) / (view[2] - view[0]), span(1, 3) / (view[3] - view[1]))");
        assertThat(size == 30 || taken.asDouble() > FITTED)
                .as("fitted: " + taken)
                .isTrue();
        assertThat(look("return view[2] - view[0]").asInt())
                .as("width of the pane")
                .isGreaterThan(700);
        assertThat(look("return getComputedStyle(document.querySelector('.map')).display === 'none'")
                        .asBoolean())
                .as("without a map of the graph")
                .isEqualTo(size <= 30);
    }

    /** The time is printed, not judged: other work on the machine would be judged with it. */
    @ParameterizedTest
    @ValueSource(ints = {30, 68, 300})
    void the_first_picture_of_a_definition_has_its_graph(int size, @TempDir Path folder) throws Exception {
        Path picture = folder.resolve("first.png");
        browser.open(index.toUri() + "#definition/machine-" + size + ".asl.json");
        browser.until("document.querySelector('.asl .state')");
        browser.picture(picture);
        int taken = browser.run("Math.round(performance.now())").asInt();
        JsonNode drawn =
                browser.run("performance.getEntriesByName('asl-testkit-shown').map(it => Math.round(it.startTime))");
        JsonNode frames = browser.run("""
                new Promise(done => {
                  new PerformanceObserver(list => done(list.getEntries().map(it =>
                      [it.startTime, it.renderStart, it.startTime + it.duration].map(Math.round).join(' '))))
                    .observe({type: 'long-animation-frame', buffered: true});
                  setTimeout(() => done([]), 500);
                })""");

        assertThat(drawn.size()).as("drawn once").isEqualTo(1);
        assertThat(picture).isNotEmptyFile();
        System.out.println("report: " + size + " states drawn " + drawn.get(0)
                + " ms after the page was asked for, a picture was taken at " + taken
                + " ms; long frames, by start, rendering and end: " + frames);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 68, 300})
    void no_name_of_a_state_is_cut_and_nothing_overlaps(int size) {
        openMachine(size);
        // Text is measured as it is drawn, and far away it is drawn a little wider than it will be.
        browser.run("(() => { const svg = document.querySelector('.asl');"
                + " svg.setAttribute('viewBox', `0 0 ${svg.clientWidth} ${svg.clientHeight}`); })()");

        assertThat(look("""
                return states.filter(state => {
                    const own = e => { const b = e.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; };
                    const body = own(state.querySelector(':scope > .body'));
                    return ![...state.querySelectorAll(':scope > text')].every(text => inside(own(text), body, 0));
                }).map(state => state.dataset.pointer)""")).as("names beyond their box").isEmpty();
        assertThat(look("""
                return states.filter(state => {
                    const name = state.dataset.pointer.split('/').pop().replace(/[\\s_-]/g, '');
                    const shown = [...state.querySelectorAll(':scope > text')].map(text => text.textContent).join('');
                    return shown.replace(/[\\s_-]/g, '').indexOf(name) !== 0;
                }).map(state => state.dataset.pointer)""")).as("cut names").isEmpty();
        assertThat(look("""
                const bodies = states.map(state => [state, box(state.querySelector(':scope > .body'))]);
                const apart = (a, b) => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
                const wrong = [];
                bodies.forEach(([one, a], i) => bodies.slice(i + 1).forEach(([other, b]) => {
                    if (!apart(a, b) && !one.contains(other) && !other.contains(one)) {
                        wrong.push(one.dataset.pointer + ' ' + other.dataset.pointer);
                    }
                }));
                document.querySelectorAll('.asl .halo').forEach(halo => bodies.forEach(([state, b]) => {
                    const a = box(halo).map((at, side) => side < 2 ? at + 0.5 : at - 0.5);
                    if (!apart(a, b) && !state.contains(halo)) {
                        wrong.push(halo.parentNode.textContent + ' over ' + state.dataset.pointer);
                    }
                }));
                return wrong""")).as("what overlaps").isEmpty();
    }

    @Test
    void the_graph_is_zoomed_and_panned_by_wheel_mouse_and_keys_and_fitted_again() {
        openMachine(68);
        double fitted = scale();
        JsonNode middle = look("return [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2]");
        double x = middle.path(0).asDouble();
        double y = middle.path(1).asDouble();

        browser.wheel(x, y, -600);
        browser.until("document.querySelector('.asl').viewBox.baseVal.width < " + 700 / fitted);
        assertThat(scale()).isGreaterThan(fitted * 1.5);

        double before =
                browser.run("document.querySelector('.asl').viewBox.baseVal.x").asDouble();
        browser.mouse("mousePressed", x, y);
        browser.mouse("mouseMoved", x + 60, y);
        browser.mouse("mouseMoved", x + 120, y);
        browser.mouse("mouseReleased", x + 120, y);
        assertThat(browser.run("document.querySelector('.asl').viewBox.baseVal.x")
                        .asDouble())
                .isLessThan(before);

        browser.run("document.querySelector('.view').focus()");
        browser.keys("0");
        assertThat(scale()).isCloseTo(fitted, org.assertj.core.data.Percentage.withPercentage(1));
        browser.keys("+", "+");
        assertThat(scale()).isGreaterThan(fitted * 1.3);
        browser.keys("-");
        browser.keys("ArrowDown");
        browser.click("[data-do=fit]");
        assertThat(scale()).isCloseTo(fitted, org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void two_fingers_zoom_the_graph() {
        openMachine(68);
        double fitted = scale();
        JsonNode middle = look("return [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2]");
        double x = middle.path(0).asDouble();
        double y = middle.path(1).asDouble();

        browser.touch("touchStart", x - 40, y, x + 40, y);
        for (int apart = 50; apart <= 120; apart += 10) {
            browser.touch("touchMove", x - apart, y, x + apart, y);
        }
        browser.touch("touchEnd");
        assertThat(scale()).as("after fingers went apart").isGreaterThan(fitted * 2);

        browser.touch("touchStart", x - 120, y, x + 120, y);
        for (int apart = 110; apart >= 40; apart -= 10) {
            browser.touch("touchMove", x - apart, y, x + apart, y);
        }
        browser.touch("touchEnd");
        assertThat(scale()).as("after they came together").isLessThan(fitted * 1.5);
    }

    @Test
    void on_paper_there_is_the_whole_graph_and_nothing_to_press() {
        openMachine(68);
        browser.paper(true);
        JsonNode shown = look("const seen = e => e.getClientRects().length > 0;"
                + " return [[...document.querySelectorAll('.tools, .pager, .map, header')].filter(seen).length,"
                + " states.filter(state => !inside(box(state.querySelector('.body')), box(document.querySelector('.asl')), 1)).length,"
                + " getComputedStyle(document.querySelector('.view')).borderTopWidth]");
        byte[] printed = browser.print();
        browser.paper(false);

        assertThat(shown).hasToString("[0,0,\"0px\"]");
        assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(printed).hasSizeGreaterThan(10_000);
    }

    @Test
    void a_search_jumps_to_a_state_and_shows_what_tests_gave_it() {
        openMachine(300);

        browser.run("document.querySelector('.find input').focus()");
        browser.type("payment_authorization 122");
        browser.keys("Enter");

        browser.until("document.querySelector('#state .given pre')");
        assertThat(look("return [states.filter(state => state.classList.contains('on')).map(state =>"
                        + " inside(box(state), view, 1)), document.querySelector('#state h3').textContent]"))
                .hasToString("[[true],\"Charge Payment_authorization 122\"]");
        assertThat(scale()).as("large enough to be read").isGreaterThan(0.6);
        assertThat(browser.run("document.querySelector('#state').textContent").asText())
                .contains("\"FunctionName\" : \"function-122\"", "the_long_way_300", "A-100");
        String address = browser.run("location.hash").asText();

        open(address);
        browser.until("document.querySelector('.asl .state.on')");
        assertThat(browser.run("document.querySelector('#state h3').textContent")
                        .asText())
                .isEqualTo("Charge Payment_authorization 122");
    }

    @Test
    void ways_to_a_state_that_very_many_lead_to_are_signs_that_a_click_follows() {
        openMachine(300);

        assertThat(browser.run("document.querySelectorAll('.sign').length").asInt())
                .isGreaterThan(50);
        browser.run(
                "document.querySelector('.sign[data-jump]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        assertThat(browser.run("document.querySelector('#state h3').textContent")
                        .asText())
                .isEqualTo("Tell the operators");
        assertThat(look("return inside(box(document.querySelector('.state.on')), view, 1)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void nested_states_are_folded_and_unfolded() {
        openMachine(68);

        browser.click("[data-do=fold]");
        int folded = look("return states.length").asInt();
        assertThat(folded).isLessThan(68);
        assertThat(
                        look("return states.map(state => state.textContent).filter(text => /[0-9] states/.test(text)).length")
                                .asInt())
                .isPositive();
        browser.run("document.querySelector('.fold').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        assertThat(look("return states.length").asInt()).isGreaterThan(folded);
        browser.click("[data-do=unfold]");
        assertThat(look("return states.length").asInt()).isEqualTo(68);
    }

    @Test
    void a_keyboard_alone_reaches_and_chooses_states() {
        openMachine(68);

        browser.run("document.querySelector('.view').focus()");
        browser.keys("Enter", "ArrowDown", "ArrowDown");
        String name =
                browser.run("document.activeElement.getAttribute('aria-label')").asText();
        browser.keys("Enter");

        browser.until("document.querySelector('#state h3')");
        assertThat(name)
                .startsWith(browser.run("document.querySelector('#state h3').textContent")
                        .asText());
        browser.keys("Escape");
        assertThat(browser.run("document.activeElement.className").asText()).isEqualTo("view");
    }

    @Test
    void every_control_has_a_name() {
        for (String fragment : new String[] {"#", "#definition/machine-68.asl.json"}) {
            open(fragment);
            assertThat(browser.run("[...document.querySelectorAll('button, input, select, [role=button], [role=group],"
                            + " [role=img], [tabindex]')].filter(e => !(e.getAttribute('aria-label') || e.textContent.trim()))"
                            + ".map(e => e.outerHTML.slice(0, 120))"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_has_enough_contrast_in_light_and_in_dark(boolean dark) {
        browser.dark(dark);
        open("#definition/machine-68.asl.json");
        assertThat(browser.run("document.documentElement.dataset.theme").asText())
                .isEqualTo(dark ? "dark" : "light");
        JsonNode tooFaint = browser.run("""
                (() => {
                  const style = getComputedStyle(document.documentElement);
                  const light = name => {
                    const hex = style.getPropertyValue(name).trim().slice(1);
                    const part = at => { const c = parseInt(hex.slice(at, at + 2), 16) / 255;
                      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
                    return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
                  };
                  const pairs = [];
                  for (const text of ['--ink', '--soft', '--link']) {
                    for (const ground of ['--paper', '--panel']) { pairs.push([text, ground]); }
                  }
                  for (const kind of ['full', 'part', 'none', 'walk']) {
                    pairs.push(['--' + kind, '--' + kind + '-fill'], ['--ink', '--' + kind + '-fill'],
                      ['--soft', '--' + kind + '-fill']);
                  }
                  return pairs.map(([a, b]) => [a, b, (Math.max(light(a), light(b)) + 0.05)
                    / (Math.min(light(a), light(b)) + 0.05)]).filter(one => one[2] < 4.5).map(String);
                })()""");
        browser.dark(false);
        assertThat(tooFaint).isEmpty();
    }

    @Test
    void what_was_never_taken_is_grouped_by_state_and_by_kind_with_what_would_take_it() {
        openMachine(68);

        assertThat(browser.run("document.querySelectorAll('.never').length").asInt())
                .isGreaterThan(3);
        assertThat(browser.run("document.querySelector('#never').textContent").asText())
                .contains("takes an input for which the rule is true");
        browser.click(".by button:nth-child(2)");
        assertThat(browser.run("[...document.querySelectorAll('.never summary')].map(e => e.textContent)")
                        .toString())
                .contains("Rules never true", "Catchers never used");
    }

    @Test
    void pages_report_no_problem_of_their_own_and_pictures_can_be_kept() throws Exception {
        String keep = System.getProperty("report.pictures");
        for (boolean dark : new boolean[] {false, true}) {
            browser.dark(dark);
            for (String fragment : new String[] {
                "#",
                "#definition/machine-30.asl.json",
                "#definition/machine-68.asl.json",
                "#definition/machine-300.asl.json",
                "#test"
            }) {
                open(
                        fragment.equals("#test")
                                ? "#test/"
                                        + browser.run(
                                                        "document.querySelector('.tests a, #tests a').getAttribute('href')"
                                                                + ".split('/')[1]")
                                                .asText()
                                : fragment);
                browser.until("document.querySelector('.asl .state, #tests table')");
                if (keep != null) {
                    browser.picture(Path.of(
                            keep, fragment.replaceAll("[^a-z0-9]+", "") + (dark ? "-dark" : "-light") + ".png"));
                }
            }
        }
        browser.dark(false);
        assertThat(browser.problems()).isEmpty();
    }
}
