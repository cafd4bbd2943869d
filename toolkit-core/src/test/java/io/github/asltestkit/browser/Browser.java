package io.github.asltestkit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a window, driven as a person would: pages, keys, the mouse, pictures. It reaches loopback addresses
 * alone.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final long PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final List<JsonNode> events;
    private final AtomicInteger ids = new AtomicInteger();
    private @Nullable String session;

    private Browser(
            Process process,
            WebSocket socket,
            Map<Integer, CompletableFuture<JsonNode>> answers,
            List<JsonNode> events) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        this.events = events;
    }

    /**
     * Starts the browser that is installed; a test is skipped where there is none.
     *
     * @param folder where it may write
     * @param resolved rules for names that lead to this machine, {@code MAP evil.example 127.0.0.1}
     */
    public static Browser start(Path folder, String... resolved) throws Exception {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(path -> NAMES.stream().map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "No browser is installed: one of " + NAMES + " is looked for on the PATH");
        List<String> rules = new ArrayList<>(List.of(resolved));
        rules.add("MAP * ~NOTFOUND");
        rules.add("EXCLUDE 127.0.0.1");
        Process process = new ProcessBuilder(
                        found.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--force-color-profile=srgb",
                        "--host-resolver-rules=" + String.join(",", rules),
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        List<JsonNode> events = new CopyOnWriteArrayList<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address(process)), new Listener(answers, events))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Browser browser = new Browser(process, socket, answers, events);
        String target = browser.call("Target.createTarget", object().put("url", "about:blank"))
                .path("targetId")
                .asText();
        browser.session = browser.call(
                        "Target.attachToTarget",
                        object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page.enable", "Runtime.enable", "Log.enable")) {
            browser.call(domain, object());
        }
        browser.size(1280, 800);
        return browser;
    }

    private static String address(Process process) throws IOException {
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                Thread drain = new Thread(() -> drain(errors), "browser-log");
                drain.setDaemon(true);
                drain.start();
                return line.substring(at);
            }
        }
        throw new IOException("The browser ended before it could be driven");
    }

    /** Reads what a browser says of itself, which would else fill a pipe, and stops with it. */
    private static void drain(BufferedReader errors) {
        try {
            errors.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // The browser is closed.
        }
    }

    private record Listener(
            Map<Integer, CompletableFuture<JsonNode>> answers, List<JsonNode> events, StringBuilder text)
            implements WebSocket.Listener {
        Listener(Map<Integer, CompletableFuture<JsonNode>> answers, List<JsonNode> events) {
            this(answers, events, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                message(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void message(String whole) {
            try {
                JsonNode message = JSON.readTree(whole);
                CompletableFuture<JsonNode> waiting =
                        answers.remove(message.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(message);
                } else {
                    events.add(message);
                }
            } catch (IOException broken) {
                throw new IllegalStateException(whole, broken);
            }
        }
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = ids.incrementAndGet();
        ObjectNode message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            JsonNode answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(answered.path("error").isMissingNode())
                    .as(method + ": " + answered.path("error"))
                    .isTrue();
            return answered.path("result");
        } catch (ExecutionException | TimeoutException silent) {
            throw new AssertionError("The browser does not answer " + method, silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Goes to an address, and waits until it is loaded. */
    public void open(String url) {
        call("Page.navigate", object().put("url", "about:blank")); // or a new part after # would load nothing
        until("location.href === 'about:blank'");
        call("Page.navigate", object().put("url", url));
        until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** What a script gives, a promise's value too. */
    public JsonNode run(String script) {
        ObjectNode asked =
                object().put("expression", script).put("awaitPromise", true).put("returnByValue", true);
        JsonNode answer = call("Runtime.evaluate", asked);
        assertThat(answer.path("exceptionDetails").isMissingNode())
                .as(script + ": " + answer.path("exceptionDetails"))
                .isTrue();
        return answer.path("result").path("value");
    }

    /** Waits until a condition holds in the page. */
    public void until(String condition) {
        JsonNode held = run("new Promise(done => { const end = performance.now() + 30000; (function look() {"
                + " if (" + condition + ") { done(true); } else if (performance.now() > end) { done(false); }"
                + " else { setTimeout(look, 15); } })(); })");
        assertThat(held.asBoolean()).as(condition).isTrue();
    }

    /** A key, or several of them one after the other: {@code Tab}, {@code Enter}, {@code +}. */
    public void keys(String... names) {
        for (String name : names) {
            ObjectNode down = object().put("type", "keyDown").put("key", name).put("code", code(name));
            ObjectNode up = object().put("type", "keyUp").put("key", name).put("code", code(name));
            if (name.length() == 1) {
                down.put("text", name);
            } else if (name.equals("Enter")) {
                down.put("text", "\r");
            }
            int number = number(name);
            down.put("windowsVirtualKeyCode", number);
            up.put("windowsVirtualKeyCode", number);
            call("Input.dispatchKeyEvent", down);
            call("Input.dispatchKeyEvent", up);
        }
    }

    private static String code(String name) {
        return name.length() == 1 ? "" : name;
    }

    private static int number(String name) {
        return switch (name) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "Escape" -> 27;
            case "End" -> 35;
            case "Home" -> 36;
            case "ArrowLeft" -> 37;
            case "ArrowUp" -> 38;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            default -> 0;
        };
    }

    /** Text into what has the focus. */
    public void type(String text) {
        call("Input.insertText", object().put("text", text));
    }

    /** The mouse: {@code mousePressed}, {@code mouseMoved}, {@code mouseReleased}. */
    public void mouse(String type, double x, double y) {
        ObjectNode event = object().put("type", type).put("x", x).put("y", y).put("clickCount", 1);
        call("Input.dispatchMouseEvent", event.put("button", "left").put("buttons", 1));
    }

    /** A click into the middle of an element. */
    public void click(String selector) {
        JsonNode at = run("(() => { const e = document.querySelector(" + JSON.valueToTree(selector)
                + "); e.scrollIntoView({block: 'nearest'}); const r = e.getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        mouse("mousePressed", at.path(0).asDouble(), at.path(1).asDouble());
        mouse("mouseReleased", at.path(0).asDouble(), at.path(1).asDouble());
    }

    /** Turns the wheel; a positive amount is towards the user. */
    public void wheel(double x, double y, double amount) {
        ObjectNode event = object().put("type", "mouseWheel").put("x", x).put("y", y);
        call("Input.dispatchMouseEvent", event.put("deltaX", 0).put("deltaY", amount));
    }

    /** Fingers on a screen: {@code touchStart}, {@code touchMove}, {@code touchEnd}; a pair of numbers for each. */
    public void touch(String type, double... places) {
        ObjectNode event = object().put("type", type);
        ArrayNode points = event.putArray("touchPoints");
        for (int i = 0; i + 1 < places.length; i += 2) {
            points.addObject().put("x", places[i]).put("y", places[i + 1]).put("id", i);
        }
        call("Input.dispatchTouchEvent", event);
    }

    /** Shows pages as on a screen, or as on paper. */
    public void paper(boolean printed) {
        call("Emulation.setEmulatedMedia", object().put("media", printed ? "print" : ""));
    }

    /** The page as it is printed: a document in PDF. */
    public byte[] print() {
        return Base64.getDecoder()
                .decode(call("Page.printToPDF", object()).path("data").asText());
    }

    /** The size of the window's inside. */
    public void size(int width, int height) {
        ObjectNode metrics = object().put("width", width).put("height", height);
        call(
                "Emulation.setDeviceMetricsOverride",
                metrics.put("deviceScaleFactor", 1).put("mobile", false));
    }

    /** Whether the system likes it dark. */
    public void dark(boolean dark) {
        ObjectNode media = object().put("media", "");
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
    }

    /** A picture of what the window shows. */
    public void picture(Path file) throws IOException {
        JsonNode taken = call("Page.captureScreenshot", object().put("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(taken.path("data").asText()));
    }

    /** What went wrong in pages so far: exceptions, errors and warnings on the console. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (JsonNode event : events) {
            String method = event.path("method").asText();
            String level = event.at("/params/entry/level").asText()
                    + event.at("/params/type").asText();
            if (method.equals("Runtime.exceptionThrown")
                    || (method.equals("Log.entryAdded") || method.equals("Runtime.consoleAPICalled"))
                            && (level.equals("error") || level.equals("warning"))) {
                problems.add(event.toString());
            }
        }
        return problems;
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
