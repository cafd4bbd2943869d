variable "retries" {
  default = 3
}

resource "aws_lambda_function" "resize" {
  function_name = "resize-${var.stage}"
}

resource "aws_sfn_state_machine" "thumbnails" {
  name       = "thumbnails"
  role_arn   = aws_iam_role.states.arn
  definition = jsonencode({
    StartAt = "Resize"
    States = {
      Resize = {
        Type     = "Task"
        Resource = aws_lambda_function.resize.arn
        Retry    = [{ ErrorEquals = ["States.TaskFailed"], MaxAttempts = var.retries }]
        End      = true
      }
    }
  })
}
