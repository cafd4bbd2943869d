package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MachineDiagramTest {
    private static final String ORDER = """
            {"StartAt": "Large?", "States": {
              "Large?": {"Type": "Choice", "Choices": [
                {"And": [{"Variable": "$.total", "NumericGreaterThanEquals": 100},
                         {"Not": {"Variable": "$.vip", "IsPresent": true}},
                         {"Or": [{"Variable": "$.kind", "StringEquals": "gift"},
                                 {"Variable": "$.kind", "StringMatches": "b*"}]}], "Next": "Both"},
                {"Variable": "$.total", "NumericLessThanPath": "$.least", "Next": "Refused"}],
                "Default": "Each"},
              "Both": {"Type": "Parallel", "Next": "Each", "Branches": [
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}}}},
                {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 1, "End": true}}}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}]},
              "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Ship", "States": {
                "Ship": {"Type": "Pass", "End": true}}}},
              "Refused": {"Type": "Fail", "Error": "A \\"quoted\\" error"}}}""";

    @Test
    void mermaid_text_with_branches_and_items_as_groups() {
        assertThat(MachineDiagram.of(StateMachine.parse("order.asl.json", ORDER).definition())
                        .mermaid())
                .isEqualTo("""
                        flowchart TD
                            begin0((start))
                            s0{"Large?"}
                            subgraph s1["Both"]
                                subgraph g2["branch 0"]
                                    begin1((start))
                                    s3["Charge"]
                                    end1((end))
                                    begin1 --> s3
                                    s3 --> end1
                                end
                                subgraph g4["branch 1"]
                                    begin2((start))
                                    s5(["Pause"])
                                    end2((end))
                                    begin2 --> s5
                                    s5 --> end2
                                end
                            end
                            subgraph s6["Each"]
                                subgraph g7["each item"]
                                    begin3((start))
                                    s8["Ship"]
                                    end3((end))
                                    begin3 --> s8
                                    s8 --> end3
                                end
                            end
                            s9[["Refused"]]
                            end0((end))
                            begin0 --> s0
                            s0 -->|"$.total >= 100 and not ($.vip is present) and ($.kind = #quot;..."| s1
                            s0 -->|"$.total #lt; $.least"| s9
                            s0 -->|"Default"| s6
                            s1 --> s6
                            s1 -.->|"States.ALL"| s9
                            s6 --> end0
                            s9 --> end0
                        """);
    }

    @Test
    void svg_has_each_state_and_group_and_is_well_formed() throws Exception {
        MachineDiagram diagram =
                MachineDiagram.of(StateMachine.parse("order.asl.json", ORDER).definition());

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(diagram.svg())));

        NodeList texts = svg.getElementsByTagName("text");
        List<String> words = IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
        assertThat(words)
                .contains("Large?", "Both", "Charge", "Pause", "Each", "Ship", "Refused")
                .contains("branch 0", "branch 1", "each item", "States.ALL", "Default", "Task \u00b7 lambda:invoke");
        assertThat(MachineDiagram.ofJson(diagram.json()).svg()).isEqualTo(diagram.svg());
    }
}
