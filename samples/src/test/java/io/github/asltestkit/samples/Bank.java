package io.github.asltestkit.samples;

import io.github.asltestkit.integration.TaskCall;
import java.util.Map;

/** A bank with one account, as a test may play it. */
final class Bank {
    private double balance;

    Bank(double balance) {
        this.balance = balance;
    }

    Object charge(TaskCall call) {
        double amount = call.payload().path("amount").asDouble();
        if (amount > balance) {
            throw new IllegalStateException("The account would be overdrawn");
        }
        balance -= amount;
        return Map.of("receipt", "r-1");
    }
}
