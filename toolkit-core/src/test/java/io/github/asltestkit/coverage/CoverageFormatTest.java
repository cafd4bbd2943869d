package io.github.asltestkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageFormatTest {
    private static final String ORDER = """
            {
              "StartAt": "Large?",
              "States": {
                "Large?": {
                  "Type": "Choice",
                  "Choices": [
                    {
                      "Variable": "$.total",
                      "NumericGreaterThan": 100,
                      "Next": "Charge"
                    }
                  ],
                  "Default": "Done"
                },
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge"},
                  "Catch": [{"ErrorEquals": ["Declined"], "Next": "Done"}, {"ErrorEquals": ["States.ALL"], "Next": "Done"}],
                  "Next": "Done"
                },
                "Done": {
                  "Type": "Succeed"
                }
              }
            }
            """;

    private static Coverage coverage() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
        harness.mock("Charge").onAttempt(1).fails("Declined", "no money");
        Execution declined = harness.run("{\"total\": 500}");
        CoverageCounter counter =
                CoverageCounter.of(declined.definition(), "order.asl.json", "shop/src/main/resources/order.asl.json");
        counter.add(declined.history(), declined.notes());
        return Coverage.of(List.of(counter.coverage()));
    }

    @Test
    void the_table_of_the_console() {
        assertThat(CoverageFormat.TABLE.text(coverage())).isEqualTo("""
                definition       covered   states   ways   errors   maps
                order.asl.json    55.5 %      3/3    1/4      1/2      -

                shop/src/main/resources/order.asl.json
                  7:9  Choices[0] of Large?, to Charge, was never false
                  13:18  Default of Large?, to Done, was never taken
                  19:64  Catch[1] of Charge, States.ALL, was never taken
                  20:15  Next of Charge, to Done, was never taken
                """);
    }

    @Test
    void lcov_has_each_line_each_state_and_each_way() {
        assertThat(CoverageFormat.LCOV.text(coverage())).isEqualTo("""
                TN:
                SF:shop/src/main/resources/order.asl.json
                FN:4,Large?
                FN:15,Charge
                FN:22,Done
                FNDA:1,Charge
                FNDA:1,Done
                FNDA:1,Large?
                FNF:3
                FNH:3
                BRDA:7,0,0,1
                BRDA:7,0,1,0
                BRDA:19,0,0,1
                BRDA:19,0,1,0
                BRF:4
                BRH:2
                DA:4,1
                DA:7,1
                DA:13,0
                DA:15,1
                DA:19,1
                DA:20,0
                DA:22,1
                LF:7
                LH:5
                end_of_record
                """);
    }

    @Test
    void cobertura_has_a_package_for_each_folder() {
        assertThat(CoverageFormat.COBERTURA.text(coverage())).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
                <coverage line-rate="0.7143" branch-rate="0.5000" lines-covered="5" lines-valid="7" branches-covered="2" \
                branches-valid="4" complexity="0" version="asl-testkit" timestamp="0">
                  <sources>
                    <source>.</source>
                  </sources>
                  <packages>
                    <package name="shop.src.main.resources" line-rate="0.7143" branch-rate="0.5000" complexity="0">
                      <classes>
                        <class name="order.asl.json" filename="shop/src/main/resources/order.asl.json" \
                line-rate="0.7143" branch-rate="0.5000" complexity="0">
                          <methods/>
                          <lines>
                            <line number="4" hits="1" branch="false"/>
                            <line number="7" hits="1" branch="true" condition-coverage="50% (1/2)"/>
                            <line number="13" hits="0" branch="false"/>
                            <line number="15" hits="1" branch="false"/>
                            <line number="19" hits="1" branch="true" condition-coverage="50% (1/2)"/>
                            <line number="20" hits="0" branch="false"/>
                            <line number="22" hits="1" branch="false"/>
                          </lines>
                        </class>
                      </classes>
                    </package>
                  </packages>
                </coverage>
                """);
    }

    @Test
    void the_generic_format_of_sonar() {
        assertThat(CoverageFormat.SONAR.text(coverage())).isEqualTo("""
                <coverage version="1">
                  <file path="shop/src/main/resources/order.asl.json">
                    <lineToCover lineNumber="4" covered="true"/>
                    <lineToCover lineNumber="7" covered="true" branchesToCover="2" coveredBranches="1"/>
                    <lineToCover lineNumber="13" covered="false"/>
                    <lineToCover lineNumber="15" covered="true"/>
                    <lineToCover lineNumber="19" covered="true" branchesToCover="2" coveredBranches="1"/>
                    <lineToCover lineNumber="20" covered="false"/>
                    <lineToCover lineNumber="22" covered="true"/>
                  </file>
                </coverage>
                """);
    }

    @Test
    void json_has_every_item_with_its_hits() {
        assertThat(CoverageFormat.JSON.text(coverage())).startsWith("""
                        {
                          "format" : "asl-testkit coverage",
                          "version" : 1,
                          "covered" : 5,
                          "total" : 9,
                        """).containsIgnoringWhitespaces("""
                        {"kind" : "CATCHER", "pointer" : "/States/Charge/Catch/0", "line" : 19, "column" : 17,
                         "subject" : "Catch[0] of Charge, Declined,", "hits" : 1}""");
    }

    @Test
    void a_minimum_that_is_not_reached_names_what_was_never_taken() {
        MinimumCoverage minimum = new MinimumCoverage(90, "@RequireCoverage of OrderTest");
        DefinitionCoverage order = coverage().definitions().get(0);

        assertThat(minimum.shortfall(order)).isEqualTo("""
                The tests cover 55.5 % of order.asl.json, less than 90 %.

                  covered: 5 of 9
                   wanted: 9 of 9, by @RequireCoverage of OrderTest

                  never taken:
                    order.asl.json:7:9  Choices[0] of Large?, to Charge, was never false
                    order.asl.json:13:18  Default of Large?, to Done, was never taken
                    order.asl.json:19:64  Catch[1] of Charge, States.ALL, was never taken
                    order.asl.json:20:15  Next of Charge, to Done, was never taken

                Write tests for the items above, or require less.""");
        assertThat(new MinimumCoverage(55, "the test").shortfall(order)).isNull();
        assertThat(new MinimumCoverage(55.6, "the test").shortfall(coverage())).startsWith("The tests cover 55.5 % of");
    }
}
